import { type KeyboardEvent, useRef, useState } from 'react'
import type { TraceEvent } from '../../sim/index.ts'
import { firstEffect, shownCauses } from './causes.ts'
import { lastRow, type Row } from './rows.ts'

/** How many rows Page Up and Page Down go. */
const PAGE = 10

export interface Walk {
  /** The row that was chosen last; −1 for none. */
  readonly index: number
  readonly choose: (id: number) => void
  /** Goes to one of the chosen event's causes, so that one can come back from it. */
  readonly goToCause: (id: number) => void
  /** Whether the row of the chosen event is to be focused once it is there. */
  readonly wantsFocus: { current: boolean }
  readonly press: (event: KeyboardEvent, index: number) => void
}

/** Walks the rows: up and down as they stand, back to causes and forth to what came of them. */
export function useWalk(events: readonly TraceEvent[], count: number, rows: readonly Row[]): Walk {
  const [chosen, setChosen] = useState<number | null>(null)
  const trail = useRef<number[]>([])
  const wantsFocus = useRef(false)
  // Another run has begun: what was chosen is no more.
  if (chosen !== null && chosen >= count) setChosen(null)
  const index = chosen === null ? -1 : lastRow(rows, ({ event }) => event.id > chosen)
  const isShown = (id: number) => rows[lastRow(rows, ({ event }) => event.id > id)]?.event.id === id

  function choose(id: number) {
    if (id !== chosen) trail.current = []
    setChosen(id)
  }
  function goTo(id: number | undefined) {
    if (id === undefined) return
    wantsFocus.current = true
    setChosen(id)
  }
  function goToCause(id: number) {
    const from = rows[index]?.event.id
    if (from !== undefined) trail.current.push(from)
    goTo(id)
  }
  function back(from: number) {
    const cause = shownCauses(events, from, isShown).at(-1)
    if (cause === undefined) return
    trail.current.push(from)
    goTo(cause)
  }
  function forth(from: number) {
    const shown = rows.map(({ event }) => event.id)
    goTo(trail.current.pop() ?? firstEffect(events, from, shown, isShown))
  }
  function press(event: KeyboardEvent, at: number) {
    const id = rows[at]?.event.id
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const target = targetOf(event.key, at, rows.length - 1)
    if (target !== undefined) {
      trail.current = []
      goTo(rows[target]?.event.id)
    } else if (event.key === 'ArrowLeft') back(id)
    else if (event.key === 'ArrowRight') forth(id)
    else return
    event.preventDefault()
  }
  return { index, choose, goToCause, wantsFocus, press }
}

/** The row a key leads to; undefined when it leads to none. */
function targetOf(key: string, at: number, last: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - PAGE,
    PageDown: at + PAGE,
    Home: 0,
    End: last,
  }
  const target = steps[key]
  return target === undefined ? undefined : Math.max(0, Math.min(last, target))
}
