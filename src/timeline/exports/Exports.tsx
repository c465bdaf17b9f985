import { useMemo } from 'react'
import { seconds } from '../../narrate/words.ts'
import { frameAt } from '../../sim/index.ts'
import { useSimulatorState } from '../../store/react.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import styles from './Exports.module.css'
import { FileRow } from './FileRow.tsx'
import { EXPORT_FILES, type Source } from './files.ts'

/** With more events than this every step would wait for its files: they are made only when asked for. */
const MOST_BEFOREHAND = 500

/**
 * The run as files. They reach as far as has been watched, and are made when they are asked for, or when time stands
 * still, so that their sizes can be told.
 *
 * @param permalink the page's address with the run in it
 */
export function Exports({ permalink }: { permalink: () => string }) {
  const session = useSimulatorState(state => state.session)
  const trace = useSimulatorState(state => state.trace)
  const untilMs = useSimulatorState(state => state.watchedMs)
  const running = useSimulatorState(state => state.status === 'running')
  const source = useMemo(
    (): Source => ({
      session,
      trace,
      untilMs,
      events: trace.events.slice(0, frameAt(trace, untilMs).eventCount),
      get address() {
        return permalink()
      },
      get theme() {
        return themeOfPage()
      },
    }),
    [session, trace, untilMs, permalink],
  )
  const beforehand = !running && source.events.length <= MOST_BEFOREHAND
  if (session.inputs.length === 0) {
    return (
      <Sheet heading="Exports" level={3} className={styles.exports}>
        <p className={styles.empty}>
          Nothing to export yet. Once you have pressed Pay, the run can be saved here: its trace, its ledger,
          a diagram, a test.
        </p>
      </Sheet>
    )
  }
  return (
    <Sheet heading="Exports" level={3} note={`up to ${seconds(untilMs)}`} className={styles.exports}>
      <p className={styles.reach}>
        The files hold what has been watched so far, the test the whole run. Made in this page: nothing is
        sent anywhere.
        {isFramed() && ' Where the page around this one forbids saving, Copy and Preview still work.'}
      </p>
      <ul className={styles.files}>
        {EXPORT_FILES.map(file => (
          <FileRow key={file.ending} file={file} source={source} beforehand={beforehand} />
        ))}
      </ul>
    </Sheet>
  )
}

function isFramed(): boolean {
  return window.parent !== window
}

/** A picture looks as the page does. */
function themeOfPage(): 'light' | 'dark' {
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light'
}
