import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { EngineNote } from './EngineNote.tsx'
import { ScriptChoice } from './ScriptChoice.tsx'
import styles from './SqlConsole.module.css'
import { SqlEditor } from './SqlEditor.tsx'
import { SqlResults } from './SqlResults.tsx'
import type { Script } from './script.ts'
import { TablesNow } from './TablesNow.tsx'
import type { ConsoleState } from './use-console.ts'
import type { Sql } from './use-sql.ts'

interface SqlConsoleProps {
  state: ConsoleState
  /** What it runs on. */
  sql: Sql
  heading: string
  scripts: readonly Script[]
  /** Something to know about this console. */
  note?: string
}

/** An editor for SQL, what came of each statement, and the rows there are now. */
export function SqlConsole({ state, sql, heading, scripts, note }: SqlConsoleProps) {
  const { engine, text, answer, answered, tables, problem, isRunning } = state
  const isMarked = answer !== null && answered === text
  const badLines = isMarked ? answer.results.flatMap(({ error }) => (error ? [error.line] : [])) : []
  return (
    <Sheet heading={heading} level={3} note={<EngineNote engine={engine} sql={sql} />}>
      <div className={styles.console}>
        <div className={styles.write}>
          <ScriptChoice scripts={scripts} text={text} onText={state.setText} />
          <SqlEditor text={text} onText={state.setText} onRun={state.start} badLines={badLines} />
          <div className={styles.actions}>
            <Button icon="play" onClick={state.start} disabled={isRunning} reason="It is running.">
              Run
            </Button>
            <Button variant="quiet" icon="reset" onClick={state.reset}>
              Start over
            </Button>
            <span className={styles.keys}>
              <kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd> runs it
            </span>
          </div>
        </div>
        {note && <p className={styles.note}>{note}</p>}
        {problem && (
          <Notice tone="unsure" short="no answer">
            {problem}
          </Notice>
        )}
        <div className={styles.read}>
          <SqlResults answer={answer} run={state.run} isMarked={isMarked} />
          <TablesNow tables={tables} />
        </div>
      </div>
    </Sheet>
  )
}
