import { useMemo } from 'react'
import { useSimulatorState } from '../../store/react.tsx'
import { type Path, pathsOf } from './path.ts'

/** The paths of all requests up to the playhead. */
export function usePaths(): readonly Path[] {
  const trace = useSimulatorState(state => state.trace)
  const eventCount = useSimulatorState(state => state.frame.eventCount)
  return useMemo(() => pathsOf(trace, eventCount), [trace, eventCount])
}

/** The path that moved last; null before the first request. */
export function newestOf(paths: readonly Path[]): Path | null {
  return paths.reduce<Path | null>(
    (newest, path) => (newest && newest.movedBy > path.movedBy ? newest : path),
    null,
  )
}
