import { useId, useMemo, useState } from 'react'
import type { TraceEvent } from '../../sim/index.ts'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { chainOf, shownCauses } from './causes.ts'
import { DetailCard } from './DetailCard.tsx'
import { Legend } from './Legend.tsx'
import { countUntil, layoutOf } from './layout.ts'
import { NARROW, WIDE } from './measures.ts'
import { Rows } from './Rows.tsx'
import { lastRow } from './rows.ts'
import styles from './SpaceTimeDiagram.module.css'
import { useWalk } from './use-walk.ts'
import { useWidth } from './use-width.ts'

/** Below this width, in px, words stand below their times and the wires go without. */
const ROOMY = 600

/** You, the wires and the bank's workers as lanes, time running down; for a screen reader a list of sentences. */
export function SpaceTimeDiagram() {
  const heading = useId()
  const [panel, width] = useWidth<HTMLElement>()
  const trace = useSimulatorState(state => state.trace)
  const count = useSimulatorState(state => countUntil(state.trace, state.watchedMs))
  const [detailed, setDetailed] = useState(false)
  const touch = useMediaQuery('(pointer: coarse)')
  const narrow = width > 0 && width < ROOMY
  const layout = useMemo(() => {
    const measures = narrow ? NARROW : touch ? { ...WIDE, row: NARROW.row } : WIDE
    return layoutOf(trace, count, { measures, detailed })
  }, [trace, count, detailed, narrow, touch])
  return (
    <section ref={panel} className={styles.panel} aria-labelledby={heading}>
      <VisuallyHidden as="h3" id={heading}>
        Space-time diagram
      </VisuallyHidden>
      {count === 0 ? (
        <p className={styles.empty}>
          Nothing yet. Press Pay: each message becomes an arrow here, each operation at the bank a mark.
        </p>
      ) : (
        <Filled layout={layout} events={trace.events} count={count} />
      )}
      <div className={styles.foot}>
        {count > 0 && (
          <p className={styles.keys}>
            <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Home</kbd> <kbd>End</kbd> go along the rows, <kbd>←</kbd> to what
            led to a row, <kbd>→</kbd> back, <kbd>Enter</kbd> goes to its moment.
          </p>
        )}
        <Switch
          label="Every detail"
          name="Every detail in the diagram"
          checked={detailed}
          onChange={setDetailed}
        />
      </div>
      <Legend />
    </section>
  )
}

interface FilledProps {
  layout: ReturnType<typeof layoutOf>
  events: readonly TraceEvent[]
  count: number
}

/** The diagram once there is something to see, with the event that is looked at beside it. */
function Filled({ layout, events, count }: FilledProps) {
  const simulator = useSimulator()
  const trace = useSimulatorState(state => state.trace)
  const seenMs = useSimulatorState(state => state.watchedMs)
  const { rows } = layout
  const walk = useWalk(events, count, rows)
  const [looked, setLooked] = useState<number | null>(null)
  const chosen = rows[walk.index]?.event
  const shown = (looked !== null && looked < count ? events[looked] : undefined) ?? chosen
  const chain = useMemo(() => (chosen ? chainOf(events, chosen.id) : null), [events, chosen])
  const isShown = (id: number) => rows[lastRow(rows, ({ event }) => event.id > id)]?.event.id === id
  return (
    <div className={styles.both}>
      <Rows layout={layout} walk={walk} chain={chain} onLook={setLooked} />
      <section className={styles.card} aria-label="The event in full">
        {shown ? (
          <DetailCard
            trace={trace}
            event={shown}
            seenMs={seenMs}
            causes={shownCauses(events, shown.id, isShown)}
            onCause={id => {
              setLooked(null)
              walk.goToCause(id)
            }}
            onVisit={ms => simulator.visit(ms)}
          />
        ) : (
          <p className={styles.hint}>Choose a row to see it in full, and what led to it.</p>
        )}
      </section>
    </div>
  )
}
