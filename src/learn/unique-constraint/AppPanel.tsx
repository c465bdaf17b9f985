import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { EngineNote } from '../sql/EngineNote.tsx'
import { SqlCode } from '../sql/SqlCode.tsx'
import { StepButtons } from '../sql/StepButtons.tsx'
import { TablesNow } from '../sql/TablesNow.tsx'
import type { Sql } from '../sql/use-sql.ts'
import { AppOutcome } from './AppOutcome.tsx'
import styles from './AppPanel.module.css'
import { AppSteps } from './AppSteps.tsx'
import { type AppChoice, type AppRun, endOf } from './app-run.ts'
import { HANDLER_IDS, HANDLERS } from './handlers.ts'

interface AppPanelProps {
  choice: AppChoice
  onChoose: (choice: AppChoice) => void
  /** Null while it is being run. */
  run: AppRun | null
  /** How many of its steps are seen. */
  at: number
  onGo: (at: number) => void
  sql: Sql
}

const ORDERS = [
  { value: 'after', label: 'One after the other' },
  { value: 'in-turn', label: 'At the same time' },
] as const

/** The app between client and database: its code at work on two requests with one key, step by step. */
export function AppPanel({ choice, onChoose, run, at, onGo, sql }: AppPanelProps) {
  const { text } = HANDLERS[choice.handler]
  const steps = run?.steps ?? []
  const step = steps[at - 1]
  const isOver = run !== null && at === steps.length
  return (
    <Sheet
      heading="The app, and what the client hears"
      level={3}
      note={<EngineNote engine={run?.engine ?? ''} sql={sql} />}
    >
      <div className={styles.panel}>
        <div className={styles.choices}>
          <Segments
            label="The app"
            options={HANDLER_IDS.map(value => ({ value, label: HANDLERS[value].label }))}
            value={choice.handler}
            onChange={handler => onChoose({ ...choice, handler })}
          />
          <Segments
            label="The two requests"
            options={ORDERS}
            value={choice.order}
            onChange={order => onChoose({ ...choice, order })}
          />
          <Switch
            label="idempotency_key is UNIQUE"
            checked={choice.unique}
            onChange={unique => onChoose({ ...choice, unique })}
          />
        </div>
        <div className={styles.work}>
          <SqlCode
            name="The app’s code"
            text={text}
            lit={step?.line ?? -1}
            who={step ? `request ${step.request}` : ''}
          />
          <div className={styles.seen}>
            <StepButtons at={at} length={steps.length} onGo={onGo} />
            <AppSteps steps={steps.slice(0, at)} />
            <TablesNow tables={step?.tables ?? (run && EMPTY)} heading="The app’s table now" />
          </div>
        </div>
        {isOver && <AppOutcome end={endOf(run)} />}
      </div>
    </Sheet>
  )
}

/** Before the first statement. */
const EMPTY = [
  { name: 'payments', columns: ['idempotency_key', 'amount', 'user_id'], rows: [], isCut: false },
]
