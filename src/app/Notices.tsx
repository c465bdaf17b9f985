import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { Notice } from '../ui/Notice.tsx'

/** What the program has to say about itself: a value it could not take, a past that was changed, a limit. */
export function Notices() {
  const simulator = useSimulator()
  const notices = useSimulatorState(state => state.notices)
  return notices.map(({ id, tone, text, undo }) => (
    <Notice
      key={id}
      tone={tone}
      short={text.slice(0, 40)}
      {...(undo ? { action: { label: 'Undo the change', onAction: () => simulator.undo() } } : {})}
      onDismiss={() => simulator.dismiss(id)}
    >
      {text}
    </Notice>
  ))
}
