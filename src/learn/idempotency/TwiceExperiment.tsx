import { useState } from 'react'
import { chainOf, isSameSubject } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Ask, Experiment } from '../predict/experiment.ts'
import { Predict } from '../predict/Predict.tsx'
import { Chain } from './Chain.tsx'
import { numberInWords, subjectInWords } from './operation-words.ts'
import { presetOf } from './presets.ts'
import styles from './TwiceExperiment.module.css'

/** The operations that are predicted, each with where it starts. */
const TRIED = [
  { preset: presetOf('abs(x)'), x: -3 },
  { preset: presetOf('-x'), x: -3 },
  { preset: presetOf('x * x'), x: 1 },
]

const ask = ({ preset, x }: (typeof TRIED)[number]): Ask => ({
  id: preset.id,
  question: `${preset.label}, from x = ${numberInWords(x)}: does twice leave what once leaves?`,
  past: `${preset.label}: did twice leave what once left?`,
  options: [
    { value: 'same', label: 'Yes' },
    { value: 'other', label: 'No' },
  ],
})

const EXPERIMENT: Experiment = {
  id: 'idempotency.twice',
  title: 'Does twice equal once?',
  asks: TRIED.map(ask),
}

/** Three operations applied twice, predicted first. */
export function TwiceExperiment() {
  const simulator = useSimulator()
  const [isRun, setRun] = useState(false)
  const chains = TRIED.map(({ preset, x }) => ({
    preset,
    chain: chainOf(preset.operation, { kind: 'x', x }, 2),
  }))
  const happened = Object.fromEntries(
    chains.map(({ preset, chain: [, once, twice] }) => [
      preset.id,
      once && twice && isSameSubject(once, twice) ? 'same' : 'other',
    ]),
  )
  function run() {
    setRun(true)
    simulator.announce(
      chains
        .map(({ preset, chain }) => `${preset.label}: ${chain.map(subjectInWords).join(', then ')}.`)
        .join(' '),
    )
  }
  return (
    <>
      <Predict
        experiment={EXPERIMENT}
        happened={isRun ? happened : null}
        run="Apply each twice"
        onRun={run}
        explanation={
          <p>
            Compare the second application with the first, not with the beginning. <code>x = -x</code> comes
            back to where it began, and for that very reason twice is not once. <code>x = x * x</code> passes
            from 1, and is not idempotent for all that: an idempotent operation passes from every x. Below you
            can look for an x where it does not.
          </p>
        }
      />
      {isRun && (
        <Sheet heading="Each applied twice" level={3}>
          <div className={styles.chains}>
            {chains.map(({ preset, chain }) => (
              <div key={preset.id} className={styles.row}>
                <code>{preset.label}</code>
                <Chain label={preset.label} chain={chain} />
              </div>
            ))}
          </div>
        </Sheet>
      )}
    </>
  )
}
