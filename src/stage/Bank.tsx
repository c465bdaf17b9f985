import { useSimulatorState } from '../store/react.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import styles from './Bank.module.css'
import { codeAtWork } from './code-at-work.ts'
import { Handler } from './Handler.tsx'
import { KeyRecords } from './KeyRecords.tsx'
import { LedgerRows } from './LedgerRows.tsx'

/** The bank's side: the handler's text with the lit line, the keys it has seen, its ledger. Folded: records first, code behind a button. */
export function Bank({ folded = false }: { folded?: boolean }) {
  const frame = useSimulatorState(state => state.frame)
  const trace = useSimulatorState(state => state.trace)
  const handlers = codeAtWork(frame, trace).map(code => <Handler key={code.strategy} {...code} />)
  if (!folded) {
    return (
      <div className={styles.bank}>
        {handlers}
        <KeyRecords />
        <LedgerRows />
      </div>
    )
  }
  return (
    <div className={styles.bank}>
      <LedgerRows />
      <KeyRecords />
      <Disclosure label="The bank’s code">{handlers}</Disclosure>
    </div>
  )
}
