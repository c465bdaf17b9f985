import { verdictOf } from '../narrate/verdict.ts'
import { useSimulatorState } from '../store/react.tsx'
import { VerdictSheet, type VerdictSheetProps } from './VerdictSheet.tsx'

/** What happened, judged at the playhead's moment. */
export function JudgedVerdict(given: Omit<VerdictSheetProps, 'verdict'>) {
  const frame = useSimulatorState(state => state.frame)
  const trace = useSimulatorState(state => state.trace)
  return <VerdictSheet verdict={verdictOf(frame.state, trace.events.slice(0, frame.eventCount))} {...given} />
}
