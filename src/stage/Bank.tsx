import type { Frame } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useMediaQuery } from '../ui/useMediaQuery.ts'
import styles from './Bank.module.css'
import { type CodeAtWork, codeAtWork } from './code-at-work.ts'
import { Handler } from './Handler.tsx'
import { handlerLines, rowsOfText } from './handler-text.ts'
import { KeyRecords } from './KeyRecords.tsx'
import { LedgerRows } from './LedgerRows.tsx'
import { Workers } from './Workers.tsx'

/** The bank's side: its workers, the handler's text with the lit line, the keys it has seen, its ledger. Folded: records first, the code behind a button, open where there is room. */
export function Bank({ folded = false }: { folded?: boolean }) {
  const roomy = useMediaQuery('(min-width: 600px)')
  const frame = useSimulatorState(state => state.frame)
  const trace = useSimulatorState(state => state.trace)
  const atWork = codeAtWork(frame, trace)
  const perInstance = hasOwnMemories(frame, atWork)
  const handlers = atWork.map(code => <Handler key={code.strategy} {...code} />)
  const workers = <Workers perInstance={perInstance} />
  if (folded) {
    return (
      <div className={styles.bank}>
        {workers}
        <LedgerRows most={5} />
        <KeyRecords most={3} perInstance={perInstance} />
        <Disclosure label="The bank’s code" defaultOpen={roomy}>
          {handlers}
        </Disclosure>
      </div>
    )
  }
  const textRows = atWork.reduce((sum, { strategy }) => sum + rowsOfText(strategy), 0)
  const room = textRows > 9 ? 3 : textRows > 6 ? 4 : 6
  const keyRows = perInstance || room === 6 ? 2 : 1
  return (
    <div className={styles.bank}>
      {workers}
      {handlers}
      <KeyRecords most={keyRows} perInstance={perInstance} />
      <LedgerRows most={room - keyRows} />
    </div>
  )
}

/** Whether the workers are instances that each remember keys by themselves. A database they always share. */
function hasOwnMemories({ state }: Frame, atWork: readonly CodeAtWork[]): boolean {
  const asksStore = ({ strategy }: CodeAtWork) =>
    handlerLines(strategy).some(({ text }) => text.includes('store.'))
  return state.settings.memory === 'per-instance' && atWork.some(asksStore)
}
