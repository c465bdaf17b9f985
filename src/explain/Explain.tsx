import { useMemo, useState } from 'react'
import { chargeInWords, chargesAgain, whyChargedAgain } from '../narrate/charged-again.ts'
import type { Settings } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { Select } from '../ui/Select.tsx'
import { Chain } from './Chain.tsx'
import styles from './Explain.module.css'
import { NothingYet } from './NothingYet.tsx'
import { WhatIfs } from './WhatIfs.tsx'

interface ExplainProps {
  /** The address at which the same presses are seen beside a run with changed settings; null where no link may lead there. */
  twinOf: ((settings: Partial<Settings>) => string) | null
  /** Goes there in this very page; null where the twin is seen in a tab of its own. */
  onTwin: ((settings: Partial<Settings>) => void) | null
}

/** Why a payment was charged twice, and what would have prevented it. */
export function Explain({ twinOf, onTwin }: ExplainProps) {
  const trace = useSimulatorState(state => state.trace)
  const all = useMemo(() => chargesAgain(trace), [trace])
  // Nothing unwatched is given away; and while it plays, this changes with a charge only.
  const count = useSimulatorState(({ watchedMs }) => all.filter(({ at }) => at <= watchedMs).length)
  const [chosen, setChosen] = useState<number | null>(null)
  const charges = all.slice(0, count)
  const charge = charges.find(({ id }) => id === chosen) ?? charges.at(-1)
  return (
    <section aria-label="Explain a double charge" className={styles.explain}>
      {charge ? (
        <>
          <div className={styles.top}>
            <p className={styles.reason}>{whyChargedAgain(trace, charge)}</p>
            {charges.length > 1 && (
              <Select
                label="Which charge"
                options={charges.map(each => ({ value: String(each.id), label: chargeInWords(each) }))}
                value={String(charge.id)}
                onChange={id => setChosen(Number(id))}
                className={styles.which}
              />
            )}
          </div>
          <div className={styles.columns}>
            <Chain events={trace.events} charge={charge} />
            <WhatIfs charge={charge} twinOf={twinOf} onTwin={onTwin} />
          </div>
        </>
      ) : (
        <NothingYet />
      )}
    </section>
  )
}
