import { useCallback, useEffect, useState } from 'react'
import type { Sql } from '../sql/use-sql.ts'
import { APP_START, type AppChoice, type AppRun, runApp } from './app-run.ts'

/** The app's run under what is chosen, run anew with every choice and on every engine, and how far it has been watched. */
export function useAppRun({ ask, phase }: Sql) {
  const [choice, setChoice] = useState<AppChoice>(APP_START)
  const [run, setRun] = useState<AppRun | null>(null)
  // A choice made at the end is seen to its end: one compares.
  const [seen, setSeen] = useState<number | 'all'>(0)
  const isThere = phase === 'ready' || phase === 'absent'

  useEffect(() => {
    let isWanted = true
    if (isThere)
      runApp(ask, choice).then(
        told => {
          if (isWanted) setRun(told)
        },
        // It was stopped by somebody's endless query: once more.
        () => {},
      )
    return () => {
      isWanted = false
    }
  }, [ask, choice, isThere])

  const length = run?.steps.length ?? 0
  const go = useCallback((at: number) => setSeen(at >= length ? 'all' : at), [length])
  return {
    choice,
    choose: setChoice,
    run: run?.choice === choice ? run : null,
    at: seen === 'all' ? length : Math.min(seen, length),
    go,
    /** The chapter's own choice, watched to its end. */
    showStart: () => {
      setChoice(APP_START)
      setSeen('all')
    },
  }
}
