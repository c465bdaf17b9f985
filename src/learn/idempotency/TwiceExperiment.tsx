import { useState } from 'react'
import { chainOf, isSameSubject, type Subject, TWO_USERS } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Ask, Experiment } from '../predict/experiment.ts'
import { Predict } from '../predict/Predict.tsx'
import { Chain } from './Chain.tsx'
import { subjectInWords } from './operation-words.ts'
import { presetOf } from './presets.ts'
import styles from './TwiceExperiment.module.css'

const MINUS_THREE: Subject = { kind: 'x', x: -3 }
/** The operations that are predicted, each with where it starts. */
const TRIED = [
  { preset: presetOf('abs(x)'), start: MINUS_THREE },
  { preset: presetOf('-x'), start: MINUS_THREE },
  { preset: presetOf('delete'), start: TWO_USERS },
]

const ask = ({ preset, start }: (typeof TRIED)[number]): Ask => {
  const from = start.kind === 'x' ? `from x = ${subjectInWords(start)}` : 'from users 1 and 2'
  return {
    id: preset.id,
    question: `${preset.label}, ${from}: does twice leave what once leaves?`,
    past: `${preset.label}: did twice leave what once left?`,
    options: [
      { value: 'same', label: 'Yes' },
      { value: 'other', label: 'No' },
    ],
  }
}

const EXPERIMENT: Experiment = { id: 'idempotency.twice', title: 'Twice', asks: TRIED.map(ask) }

/** Three operations applied twice, predicted first. */
export function TwiceExperiment() {
  const simulator = useSimulator()
  const [isRun, setRun] = useState(false)
  const chains = TRIED.map(({ preset, start }) => ({ preset, chain: chainOf(preset.operation, start, 2) }))
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
            Compare the second with the first application, not with the beginning. <code>x = -x</code> comes
            back to where it began, and just so twice is not once. <code>abs</code> and DELETE change
            something the first time and find nothing to change the second.
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
