import { useEffect, useState } from 'react'
import type { Trace } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import type { Answers } from '../progress/progress.ts'
import { type Run, sessionOf } from '../run.ts'
import { useWatched } from './use-lab-session.ts'

/** An experiment with the simulator of this page: how to start it, and what its run came to. */
export interface Started {
  readonly start: () => void
  /** Null until the run has been watched to its end. It stays, whatever is tried afterwards. */
  readonly happened: Answers | null
}

/**
 * Runs a session for a prediction. Who presses on while it runs changes what happens, and is told what happened then.
 *
 * @param look what a trace that has been watched to its end says of the questions
 */
export function useExperiment(
  run: Pick<Run, 'settings' | 'inputs'>,
  look: (trace: Trace) => Answers,
): Started {
  const simulator = useSimulator()
  const watched = useWatched()
  const [running, setRunning] = useState(false)
  const [happened, setHappened] = useState<Answers | null>(null)
  useEffect(() => {
    if (!running || !watched) return
    setRunning(false)
    setHappened(look(watched))
  }, [running, watched, look])
  return {
    happened,
    start: () => {
      simulator.load(sessionOf(run))
      setHappened(null)
      setRunning(true)
    },
  }
}
