import { chargesUpTo, paymentNumber, whyChargedAgain } from '../narrate/charged-again.ts'
import type { Settings, TraceEvent } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import type { WhatIf } from '../store/what-if.ts'
import { Heading } from '../ui/Heading.tsx'
import { Change } from './Change.tsx'
import { useWhatIf } from './use-what-if.ts'
import styles from './WhatIfs.module.css'

interface WhatIfsProps {
  charge: TraceEvent
  twinOf: ((settings: Partial<Settings>) => string) | null
  onTwin: ((settings: Partial<Settings>) => void) | null
}

/** Two columns: what would have prevented the charge, and what does not; each by the run that it makes. */
export function WhatIfs({ charge, twinOf, onTwin }: WhatIfsProps) {
  const session = useSimulatorState(state => state.session)
  const trace = useSimulatorState(state => state.trace)
  const payment = paymentNumber(charge)
  const seen = useSimulatorState(state => chargesUpTo(trace, charge.payment, state.watchedMs))
  const results = useWhatIf(session, trace, payment)
  if (!results) return <p className={styles.trying}>The same presses are tried under other settings…</p>
  const all = chargesUpTo(trace, charge.payment, trace.endMs)
  const charges = seen < all ? null : all
  const lists = { charges, reason: whyChargedAgain(trace, charge), payment, twinOf, onTwin }
  const prevents = results.filter(({ prevented, kind }) => prevented && kind !== 'luck')
  const luckily = results.filter(({ prevented, kind }) => prevented && kind === 'luck')
  const others = results.filter(({ prevented }) => !prevented)
  return (
    <>
      <section className={styles.column}>
        <Heading level={3} className={styles.heading}>
          What would have prevented it
        </Heading>
        <Changes results={prevents} {...lists} none="None of the settings that were tried." />
        {luckily.length > 0 && (
          <>
            <Heading level={4} className={styles.group}>
              Without the bad luck, which is in nobody’s power
            </Heading>
            <Changes results={luckily} {...lists} />
          </>
        )}
      </section>
      <section className={styles.column}>
        <Heading level={3} className={styles.heading}>
          What does not help
        </Heading>
        <Changes results={others} {...lists} none="All that was tried would have helped." />
      </section>
      <p className={styles.how}>
        Each change was simulated: with the same presses and the same luck, and in other runs of the same
        presses, under other seeds, that double-charge as well.
      </p>
    </>
  )
}

interface ChangesProps extends Omit<Parameters<typeof Change>[0], 'result'> {
  results: readonly WhatIf[]
  /** Said where there are none. */
  none?: string
}

function Changes({ results, none, ...rest }: ChangesProps) {
  if (results.length === 0) return <p className={styles.none}>{none}</p>
  return (
    <ul>
      {results.map(result => (
        <Change key={JSON.stringify(result.settings)} result={result} {...rest} />
      ))}
    </ul>
  )
}
