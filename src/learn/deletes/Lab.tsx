import { useCallback, useState } from 'react'
import { Predict } from '../predict/Predict.tsx'
import type { Answers } from '../progress/progress.ts'
import { EngineAbsence } from '../sql/EngineAbsence.tsx'
import { SqlConsole } from '../sql/SqlConsole.tsx'
import { useConsole } from '../sql/use-console.ts'
import { useSql } from '../sql/use-sql.ts'
import { useWatchedRun } from '../sql/use-watched-run.ts'
import { NO_RUN } from '../sql/words.ts'
import { DeletePanel } from './DeletePanel.tsx'
import { DELETES_START, NOON_MS, runDeletes, seenInWords } from './delete-run.ts'
import { RETRY_EXPERIMENT, whatHappened } from './experiment.ts'
import { recordedSqlite } from './recordings.ts'
import { CONSOLE_DATABASE, SCRIPTS, SOFT_TWICE } from './texts.ts'

const START = { database: CONSOLE_DATABASE, setup: '', text: SOFT_TWICE.text, nowMs: NOON_MS }

/** The same DELETE twice, to an API that removes the row and to one that marks it. */
export function Lab() {
  const sqlite = useSql('sqlite', recordedSqlite, true)
  const [happened, setHappened] = useState<Answers | null>(null)
  const console = useConsole(sqlite, START)
  const deletes = useWatchedRun(sqlite, DELETES_START, runDeletes, seenInWords)
  const [problem, setProblem] = useState('')

  const run = useCallback(async () => {
    setHappened(null)
    setProblem('')
    deletes.showStart()
    try {
      setHappened(whatHappened(await runDeletes(sqlite.ask, DELETES_START)))
    } catch {
      setProblem(NO_RUN)
    }
  }, [deletes.showStart, sqlite.ask])

  return (
    <>
      <EngineAbsence sql={sqlite} />
      <Predict
        experiment={RETRY_EXPERIMENT}
        happened={happened}
        run="Send both DELETEs"
        onRun={run}
        problem={problem}
        explanation={
          <p>
            After the first DELETE the user is gone from both. The second changes 0 rows of the hard table,
            and the API makes 404 of that; the soft table still has the row, so the API can say the same
            again. Nothing but the answer differs: both are idempotent. But the plain UPDATE has moved{' '}
            <code>deleted_at</code> to the time of the retry.
          </p>
        }
      />
      <DeletePanel
        choice={deletes.choice}
        onChoose={deletes.choose}
        run={deletes.run}
        at={deletes.at}
        onGo={deletes.go}
        sql={sqlite}
      />
      <SqlConsole
        heading="SQL console"
        state={console}
        sql={sqlite}
        scripts={SCRIPTS}
        note="SQLite has no NOW(). This page lends it one: noon at the first statement, a second more at each that follows, a minute more at each run. So a run can be repeated."
      />
    </>
  )
}
