import { useCallback, useEffect, useRef, useState } from 'react'
import { useSimulator } from '../../store/react.tsx'
import type { Sql, SqlAsk } from './use-sql.ts'

/** A run of requests against a database, under a choice. */
interface ChosenRun<Choice> {
  readonly choice: Choice
  readonly steps: readonly unknown[]
}

/**
 * A run under what is chosen, made anew with every choice and on every engine, and how far it has been watched.
 *
 * @param start the choice the lab begins with
 * @param inWords says how far it has been watched: what is announced
 */
export function useWatchedRun<Choice, Run extends ChosenRun<Choice>>(
  { ask, phase, starts }: Sql,
  start: Choice,
  runWith: (ask: SqlAsk, choice: Choice) => Promise<Run>,
  inWords: (run: Run, at: number) => string,
) {
  const simulator = useSimulator()
  const [choice, setChoice] = useState<Choice>(start)
  const [run, setRun] = useState<Run | null>(null)
  // A choice made at the end is seen to its end: one compares.
  const [seen, setSeen] = useState<number | 'all'>(0)
  const isThere = phase === 'ready' || phase === 'absent'

  // biome-ignore lint/correctness/useExhaustiveDependencies: with every start of the database it is made anew
  useEffect(() => {
    let isWanted = true
    if (isThere)
      runWith(ask, choice).then(
        told => {
          if (isWanted) setRun(told)
        },
        // Somebody's endless query had the engine stopped in the midst of it: with its next start it is made anew.
        () => {
          if (isWanted) setRun(null)
        },
      )
    return () => {
      isWanted = false
    }
  }, [ask, choice, isThere, starts, runWith])

  const shown = run?.choice === choice ? run : null
  const length = shown?.steps.length ?? 0
  const at = seen === 'all' ? length : Math.min(seen, length)

  const isTouched = useRef(false)
  isTouched.current ||= at > 0
  const said = useRef('')
  useEffect(() => {
    const words = shown ? inWords(shown, at) : ''
    // The same on another engine, or on the same one anew, is no news.
    if (shown && isTouched.current && words !== said.current) simulator.announce(words)
    if (shown) said.current = words
  }, [shown, at, inWords, simulator])

  const go = useCallback((at: number) => setSeen(at >= length ? 'all' : at), [length])
  const showStart = useCallback(() => {
    setChoice(start)
    setSeen('all')
  }, [start])
  return {
    choice,
    choose: setChoice,
    /** Null while it is being made. */
    run: shown,
    /** How many of its steps are seen. */
    at,
    go,
    /** The lab's first choice, watched to its end. */
    showStart,
  }
}
