import { useCallback, useEffect, useRef, useState } from 'react'
import type { SqlEngineId } from '../../engines/sql-engines.ts'
import { useSimulator } from '../../store/react.tsx'
import { Predict } from '../predict/Predict.tsx'
import type { Answers } from '../progress/progress.ts'
import { EngineAbsence } from '../sql/EngineAbsence.tsx'
import { SqlConsole } from '../sql/SqlConsole.tsx'
import { useConsole } from '../sql/use-console.ts'
import { useSql } from '../sql/use-sql.ts'
import { useWatchedRun } from '../sql/use-watched-run.ts'
import { NO_RUN } from '../sql/words.ts'
import { AppPanel } from './AppPanel.tsx'
import { APP_START, runApp, seenInWords } from './app-run.ts'
import { EngineChoice } from './EngineChoice.tsx'
import { TWICE_EXPERIMENT, whatHappened } from './experiment.ts'
import { recordings } from './recordings.ts'
import { CONSOLE_DATABASE, SCRIPTS, TWICE } from './texts.ts'

const START = { database: CONSOLE_DATABASE, setup: '', text: TWICE.text }

/** Two INSERTs with one key on a real database, and the app that makes of the second one's refusal an answer. */
export function Lab() {
  const simulator = useSimulator()
  const sqlite = useSql('sqlite', recordings.sqlite, true)
  const postgres = useSql('postgres', recordings.postgres, false)
  const [chosen, setChosen] = useState<SqlEngineId>('sqlite')
  const shown = useRef(chosen)
  const choose = useCallback(
    (id: SqlEngineId) => {
      // Begun anew it is no other.
      if (shown.current === id) return
      shown.current = id
      setChosen(id)
      simulator.announce(`The database is ${id === 'postgres' ? 'Postgres' : 'SQLite'} now.`)
    },
    [simulator],
  )
  // Who has waited for it wants to see it.
  useEffect(() => {
    if (postgres.phase === 'ready') choose('postgres')
  }, [postgres.phase, choose])
  const [happened, setHappened] = useState<Answers | null>(null)
  const sql = chosen === 'postgres' ? postgres : sqlite
  const console = useConsole(sql, START)
  const app = useWatchedRun(sql, APP_START, runApp, seenInWords)
  const [problem, setProblem] = useState('')

  const run = useCallback(async () => {
    setHappened(null)
    setProblem('')
    app.showStart()
    try {
      const answer = await console.runAnew()
      if (answer) setHappened(whatHappened(answer, await runApp(sql.ask, APP_START)))
      else setProblem(NO_RUN)
    } catch {
      setProblem(NO_RUN)
    }
  }, [app.showStart, console.runAnew, sql.ask])

  return (
    <>
      <EngineAbsence sql={sqlite} />
      <Predict
        experiment={TWICE_EXPERIMENT}
        happened={happened}
        run="Run both INSERTs"
        onRun={run}
        problem={problem}
        explanation={
          <p>
            The first INSERT put the key into the index of the UNIQUE column. The second found it there, and
            the database refused the row as a whole: no second charge, also if both come at the very same
            moment. The refusal is the proof that the work was done, so the app answers with success.
          </p>
        }
      />
      <SqlConsole heading="SQL console" state={console} sql={sql} scripts={SCRIPTS} />
      <EngineChoice postgres={postgres} chosen={chosen} onChoose={choose} />
      <EngineAbsence sql={postgres} />
      <AppPanel choice={app.choice} onChoose={app.choose} run={app.run} at={app.at} onGo={app.go} sql={sql} />
    </>
  )
}
