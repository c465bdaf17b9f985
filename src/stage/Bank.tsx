import { useSimulatorState } from '../store/react.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useMediaQuery } from '../ui/useMediaQuery.ts'
import styles from './Bank.module.css'
import { codeAtWork } from './code-at-work.ts'
import { Handler } from './Handler.tsx'
import { handlerLines } from './handler-text.ts'
import { KeyRecords } from './KeyRecords.tsx'
import { LedgerRows } from './LedgerRows.tsx'

/** The bank's side: the handler's text with the lit line, the keys it has seen, its ledger. Folded: records first, the code behind a button, open where there is room. */
export function Bank({ folded = false }: { folded?: boolean }) {
  const roomy = useMediaQuery('(min-width: 600px)')
  const frame = useSimulatorState(state => state.frame)
  const trace = useSimulatorState(state => state.trace)
  const atWork = codeAtWork(frame, trace)
  const handlers = atWork.map(code => <Handler key={code.strategy} {...code} />)
  if (folded) {
    return (
      <div className={styles.bank}>
        <LedgerRows most={5} />
        <KeyRecords most={3} />
        <Disclosure label="The bank’s code" defaultOpen={roomy}>
          {handlers}
        </Disclosure>
      </div>
    )
  }
  const lines = atWork.reduce((sum, { strategy }) => sum + handlerLines(strategy).length, 0)
  const isLong = lines > 6
  return (
    <div className={styles.bank}>
      {handlers}
      <KeyRecords most={isLong ? 1 : 2} />
      <LedgerRows most={isLong ? 2 : 4} />
    </div>
  )
}
