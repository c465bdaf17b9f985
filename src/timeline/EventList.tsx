import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { type Sentence, sentenceOf } from '../narrate/sentence.ts'
import { seconds } from '../narrate/words.ts'
import type { TraceEvent } from '../sim/index.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Switch } from '../ui/Switch.tsx'
import styles from './EventList.module.css'

/** Rows beyond this many are left out at the top; the trace has them all. */
const SHOWN = 120

interface Row {
  readonly event: TraceEvent
  readonly sentence: Sentence
}

/** What has happened, in words, as far as it has been watched; what lies beyond the playhead is dimmed. */
export function EventList() {
  const trace = useSimulatorState(state => state.trace)
  const eventCount = useSimulatorState(state => state.frame.eventCount)
  const watchedMs = useSimulatorState(state => state.watchedMs)
  const packets = useSimulatorState(state => state.frame.packets)
  const [detailed, setDetailed] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const told = useMemo(
    () =>
      trace.events
        .map((event): Row => ({ event, sentence: sentenceOf(event) }))
        .filter(row => detailed || !row.sentence.detail),
    [trace, detailed],
  )
  const watched = told.filter(({ event }) => event.at <= watchedMs)
  const rows = watched.slice(-SHOWN)
  const flying = new Set(
    packets.filter(({ fate }) => fate === 'in-flight').map(({ flight }) => flight.message),
  )
  const newest = rows.findLast(({ event }) => event.id < eventCount)?.event.id
  useEffect(() => {
    keepInView(list.current, newest)
  }, [newest])
  return (
    <Sheet heading="Events" note="so far" className={styles.events}>
      {rows.length === 0 ? (
        <p className={styles.empty}>Nothing yet. Whatever happens is told here.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keyboard
        <ol ref={list} className={styles.list} tabIndex={0} aria-label="Events so far">
          {watched.length > rows.length && (
            <li className={styles.earlier}>{watched.length - rows.length} earlier events</li>
          )}
          {rows.map(({ event, sentence }) => (
            <EventRow
              key={event.id}
              event={event}
              sentence={sentence}
              ahead={event.id >= eventCount}
              isNewest={event.id === newest}
              canLose={
                event.message !== undefined && event.kind.endsWith('.sent') && flying.has(event.message)
              }
            />
          ))}
        </ol>
      )}
      <Switch label="Every detail" checked={detailed} onChange={setDetailed} className={styles.detail} />
    </Sheet>
  )
}

interface EventRowProps extends Row {
  ahead: boolean
  isNewest: boolean
  canLose: boolean
}

const EventRow = memo(function EventRow({ event, sentence, ahead, isNewest, canLose }: EventRowProps) {
  const simulator = useSimulator()
  return (
    <li
      className={classes(styles.row, ahead && styles.ahead)}
      data-tone={sentence.tone}
      data-event={event.id}
      aria-current={isNewest ? 'step' : undefined}
    >
      <button
        type="button"
        className={styles.time}
        aria-label={`Go to ${seconds(event.at)}: ${sentence.text}`}
        onClick={() => simulator.seek(event.at)}
      >
        {seconds(event.at)}
      </button>
      <span className={styles.text}>
        {sentence.tone === 'lost' && <Icon name="cross" size={12} />}
        {sentence.text}
        {ahead && <span className={styles.aheadWord}> (later)</span>}
      </span>
      {canLose && (
        <Button
          variant="quiet"
          className={styles.lose}
          onClick={() => simulator.dropMessage(event.message ?? '')}
        >
          Lose this message
        </Button>
      )}
    </li>
  )
})

/** Scrolls the list alone, never the page. */
function keepInView(list: HTMLElement | null, id: number | undefined): void {
  const row = list?.querySelector<HTMLElement>(`[data-event="${id}"]`)
  if (!list || !row) return
  const above = row.offsetTop - list.offsetTop
  if (above < list.scrollTop) list.scrollTop = above
  else if (above + row.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = above + row.offsetHeight - list.clientHeight
}
