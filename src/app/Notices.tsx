import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { classes } from '../ui/classes.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './Notices.module.css'

/** What the program has to say about itself. `undo`: that the past was changed, or, without it, all the rest. */
export function Notices({ undo }: { undo: boolean }) {
  const simulator = useSimulator()
  const notices = useSimulatorState(state => state.notices)
  const shown = notices.filter(notice => notice.undo === undo)
  if (shown.length === 0) return null
  const dismiss = (id: number) => {
    simulator.dismiss(id)
    // The button goes with its notice; what comes next on the page takes over its focus.
    document.querySelector<HTMLElement>('[data-testid="verdict"]')?.focus({ preventScroll: true })
  }
  return (
    <div className={classes(styles.notices, undo && styles.floating)}>
      {shown.map(({ id, tone, text }) => (
        <Notice
          key={id}
          tone={tone}
          short={shortOf(text)}
          {...(undo ? { action: { label: 'Undo the change', onAction: () => simulator.undo() } } : {})}
          onDismiss={() => dismiss(id)}
        >
          {text}
        </Notice>
      ))}
    </div>
  )
}

/** The beginning of a notice, as its dismiss button calls it: its first sentence, or the words of it that are not too many. */
function shortOf(text: string): string {
  const first = text.split(/[.:?] /)[0] ?? text
  return first.length <= 40 ? first : first.slice(0, 41).replace(/\s+\S*$/, '')
}
