import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useLayoutEffect, useRef } from 'react'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import { classes } from '../../ui/classes.ts'
import { DiagramRow, type RowActions } from './DiagramRow.tsx'
import { Drawing, type MoveOn } from './Drawing.tsx'
import type { Layout } from './layout.ts'
import styles from './Rows.module.css'
import { lastRow } from './rows.ts'
import { usePlayheadLine } from './use-playhead-line.ts'
import type { Walk } from './use-walk.ts'

/** Rows beyond those in sight that are there as well, above and below. */
const OVERSCAN = 8

interface RowsProps {
  layout: Layout
  walk: Walk
  chain: ReadonlySet<number> | null
  /** The pointer is on an event, or on none. */
  onLook: (id: number | null) => void
}

/** The list of events and the drawing it stands beside. Only rows in sight are in the document. */
export function Rows({ layout, walk, chain, onLook }: RowsProps) {
  const simulator = useSimulator()
  const eventCount = useSimulatorState(state => state.frame.eventCount)
  const watchedMs = useSimulatorState(state => state.watchedMs)
  const { rows, measures, height } = layout
  const scroller = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const veil = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const moveOn = useRef<MoveOn>(null)
  const newest = lastRow(rows, ({ event }) => event.id >= eventCount)
  const stop = walk.index >= 0 ? walk.index : Math.max(0, newest)
  // The heights are the layout's, and known: they are reckoned anew when the rows are others, and never measured.
  const getItemKey = useCallback((index: number) => rows[index]?.event.id ?? index, [rows])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => rows[index]?.height ?? 0,
    getItemKey,
    overscan: OVERSCAN,
    // The row that has the focus stays, wherever one scrolls.
    rangeExtractor: range => withIndex(defaultRangeExtractor(range), Math.min(stop, range.count - 1)),
  })
  const items = virtualizer.getVirtualItems()
  const onScroll = usePlayheadLine(layout, { scroller, line, veil, moveOn }, () => ({
    offset: virtualizer.scrollOffset ?? 0,
    height: virtualizer.scrollRect?.height ?? 0,
  }))
  useLayoutEffect(() => {
    if (!walk.wantsFocus.current || walk.index < 0) return
    walk.wantsFocus.current = false
    virtualizer.scrollToIndex(walk.index, { align: 'auto' })
    const id = rows[walk.index]?.event.id
    list.current?.querySelector<HTMLElement>(`[data-event="${id}"]`)?.focus({ preventScroll: true })
  }, [walk, rows, virtualizer])
  const on = useRef({ ...walk, look: onLook, visit: (ms: number) => simulator.visit(ms) })
  on.current = { ...walk, look: onLook, visit: ms => simulator.visit(ms) }
  const actions = useRef<RowActions>({
    choose: id => on.current.choose(id),
    look: id => on.current.look(id),
    visit: ms => on.current.visit(ms),
    press: (event, index) => on.current.press(event, index),
  })
  const first = Math.max(0, (virtualizer.range?.startIndex ?? 0) - OVERSCAN)
  const last = Math.min(rows.length - 1, (virtualizer.range?.endIndex ?? 0) + OVERSCAN)
  const bottom = rows[last]
  return (
    <div
      className={classes(!measures.roomy && styles.narrow)}
      style={
        {
          '--lanes': `${measures.width}px`,
          '--times': measures.roomy ? '52px' : '0px',
          '--row': `${measures.row}px`,
        } as CSSProperties
      }
    >
      <Heads layout={layout} />
      <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
        <div className={styles.canvas} style={{ height }} aria-hidden="true">
          <div ref={line} className={styles.playhead} data-testid="diagram-playhead" />
          <Drawing
            layout={layout}
            nowMs={watchedMs}
            window={{ from: rows[first]?.top ?? 0, to: bottom ? bottom.top + bottom.height : 0 }}
            chain={chain}
            moveOn={moveOn}
          />
          <div ref={veil} className={styles.veil} />
        </div>
        <ol
          ref={list}
          className={styles.list}
          style={{ height }}
          aria-label="What happened, in order of time"
        >
          {items.map(({ index, key }) => {
            const row = rows[index]
            return (
              row && (
                <DiagramRow
                  key={key}
                  row={row}
                  index={index}
                  count={rows.length}
                  ahead={row.event.id >= eventCount}
                  isNewest={index === newest}
                  isStop={index === stop}
                  isChosen={index === walk.index}
                  isInChain={chain?.has(row.event.id) ?? false}
                  on={actions.current}
                />
              )
            )
          })}
        </ol>
      </div>
    </div>
  )
}

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b)
}

/** What the lanes are, above them. The list's sentences name them too. */
function Heads({ layout: { measures } }: { layout: Layout }) {
  const { you, door, workers, roomy } = measures
  const head = (x: number) => ({ left: `calc(var(--times) + ${x}px)` })
  return (
    <div className={styles.heads} aria-hidden="true">
      <span className={styles.head} style={head(you)}>
        You
      </span>
      {roomy && (
        <span className={classes(styles.head, styles.wires)} style={head((you + door) / 2)}>
          the wires
        </span>
      )}
      {workers.map((x, index) => (
        <span key={x} className={styles.head} style={head(x)}>
          {roomy ? 'Worker ' : 'W'}
          {index + 1}
        </span>
      ))}
    </div>
  )
}
