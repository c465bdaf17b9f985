import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { EngineNote } from '../sql/EngineNote.tsx'
import { StepButtons } from '../sql/StepButtons.tsx'
import { TablesNow } from '../sql/TablesNow.tsx'
import type { Sql } from '../sql/use-sql.ts'
import styles from './DeletePanel.module.css'
import { DeleteSteps } from './DeleteSteps.tsx'
import type { DeleteChoice, DeleteRun } from './delete-run.ts'
import { SCENES, type SceneId } from './scenes.ts'

interface DeletePanelProps {
  choice: DeleteChoice
  onChoose: (choice: DeleteChoice) => void
  /** Null while it is being run. */
  run: DeleteRun | null
  /** How many of its steps are seen. */
  at: number
  onGo: (at: number) => void
  sql: Sql
}

const SCENE_IDS = Object.keys(SCENES) as SceneId[]

const TIMES = [
  { value: 'overwritten', label: 'Overwrites deleted_at' },
  { value: 'kept', label: 'Keeps the first' },
] as const

const INDEXES = [
  { value: 'all', label: 'In all rows' },
  { value: 'partial', label: 'WHERE deleted_at IS NULL' },
] as const

/** Hard and soft delete side by side, request by request. */
export function DeletePanel({ choice, onChoose, run, at, onGo, sql }: DeletePanelProps) {
  const steps = run?.steps ?? []
  const step = steps[at - 1]
  return (
    <Sheet
      heading="The same requests, to both"
      level={3}
      note={<EngineNote engine={run?.engine ?? ''} sql={sql} />}
    >
      <div className={styles.panel}>
        <div className={styles.choices}>
          <Segments
            label="What happens"
            options={SCENE_IDS.map(value => ({ value, label: SCENES[value].label }))}
            value={choice.scene}
            onChange={scene => onChoose({ ...choice, scene })}
          />
          <Segments
            label="A second soft delete"
            options={TIMES}
            value={choice.time}
            onChange={time => onChoose({ ...choice, time })}
          />
          <Segments
            label="The email is unique"
            options={INDEXES}
            value={choice.unique}
            onChange={unique => onChoose({ ...choice, unique })}
          />
        </div>
        <p>{SCENES[choice.scene].says}</p>
        <StepButtons at={at} length={steps.length} onGo={onGo} />
        <DeleteSteps steps={steps.slice(0, at)} />
        <div className={styles.tables}>
          <TablesNow heading="Hard: the rows now" tables={step?.hard.tables ?? run?.begun.hard ?? null} />
          <TablesNow heading="Soft: the rows now" tables={step?.soft.tables ?? run?.begun.soft ?? null} />
        </div>
      </div>
    </Sheet>
  )
}
