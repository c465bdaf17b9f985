import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { type Sentence, sentenceOf } from '../narrate/sentence.ts'
import { seconds } from '../narrate/words.ts'
import type { TraceEvent } from '../sim/index.ts'
import { pressing } from '../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { BareButton } from '../ui/BareButton.tsx'
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
  const scroller = useRef<HTMLDivElement>(null)
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
  const behind = newest === rows.at(-1)?.event.id ? null : newest
  useEffect(() => {
    // At the newest row the list sticks to its end by itself; reading its layout with every event would cost frames.
    if (behind === null) scroller.current?.scrollTo?.({ top: 0 })
    else keepInView(scroller.current, behind)
  }, [behind])
  return (
    <Sheet heading="Events" note="so far" className={styles.events}>
      {rows.length === 0 ? (
        <p className={styles.empty}>Nothing yet. Whatever happens is told here.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable by keyboard
        <div ref={scroller} className={styles.scroller} tabIndex={0}>
          <ol className={styles.list} aria-label="Events so far">
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
        </div>
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
      <BareButton
        className={styles.time}
        aria-label={`Go to ${seconds(event.at)}: ${sentence.text}`}
        onClick={() => simulator.visit(event.at)}
      >
        {seconds(event.at)}
      </BareButton>
      <span className={styles.text}>
        {sentence.tone === 'lost' && (
          <Icon name={event.kind.endsWith('.lost') ? 'cross' : 'warning'} size={12} />
        )}
        {sentence.text}
        {ahead && <span className={styles.aheadWord}> (later)</span>}
      </span>
      {canLose && (
        <Button
          variant="quiet"
          className={styles.lose}
          onClick={() => pressing(simulator, () => simulator.dropMessage(event.message ?? ''))}
        >
          Lose this message
        </Button>
      )}
    </li>
  )
})

/** Scrolls the list alone, never the page. */
function keepInView(scroller: HTMLElement | null, id: number | undefined): void {
  const row = scroller?.querySelector(`[data-event="${id}"]`)
  if (!scroller || !row) return
  const inside = scroller.getBoundingClientRect()
  const { top, bottom } = row.getBoundingClientRect()
  if (top < inside.top) scroller.scrollTop += top - inside.top
  else if (bottom > inside.bottom) scroller.scrollTop += bottom - inside.bottom
}
