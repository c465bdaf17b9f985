import { useEffect, useRef, useState } from 'react'
import type { Trace } from '../../sim/index.ts'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import { usePlace } from '../place.ts'
import { type Run, sessionOf } from '../run.ts'

/** Puts a lab's session under the playhead of the page's simulator when the lab opens, unless the address names a run. */
export function useLabSession(run: Pick<Run, 'settings' | 'inputs'>): void {
  const simulator = useSimulator()
  const { keepsRun } = usePlace()
  const isOpen = useRef(keepsRun)
  useEffect(() => {
    if (isOpen.current) return
    isOpen.current = true
    simulator.load(sessionOf(run))
    simulator.visit(0)
  }, [simulator, run])
}

/** The trace of what the simulator shows, once it has been watched to its end; else null. */
export function useWatched(): Trace | null {
  const simulator = useSimulator()
  const { keepsRun } = usePlace()
  // What another chapter has left is none of this one's.
  const [before] = useState(simulator.state.session)
  return useSimulatorState(({ status, trace, session }) =>
    status === 'idle' && session.inputs.length > 0 && (keepsRun || session !== before) ? trace : null,
  )
}
