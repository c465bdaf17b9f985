import { type RefObject, useLayoutEffect, useRef } from 'react'
import { usePlayhead, useSimulator } from '../../store/react.tsx'
import type { MoveOn } from './Drawing.tsx'
import type { Layout } from './layout.ts'
import { heightOfTime } from './rows.ts'

/** So near to the lower edge of the scroller the playhead comes before it is followed. */
const MARGIN = 72

/** What has just happened reaches a little below the playhead. */
const VEIL_BELOW = 14

/** Virtual milliseconds that a frame takes at the most: a tenth of a second at eightfold speed. */
const LONGEST_FRAME_MS = 800

interface Parts {
  readonly scroller: RefObject<HTMLElement | null>
  readonly line: RefObject<HTMLElement | null>
  readonly veil: RefObject<HTMLElement | null>
  readonly moveOn: RefObject<MoveOn | null>
}

/** What can be seen of the list, as the virtualizer knows it: to read it from the page would lay the page out. */
interface View {
  readonly offset: number
  readonly height: number
}

/**
 * Moves the playhead's line and what is in flight with every frame, without rendering, and keeps the line in view: in its
 * own scroller, and only until the reader scrolls away from it.
 */
export function usePlayheadLine(layout: Layout, parts: Parts, view: () => View) {
  const simulator = useSimulator()
  const follows = useRef(true)
  const shown = useRef({ ms: -1, y: 0 })
  /** The line has moved while the list had no height yet. */
  const unseen = useRef(false)

  function place(ms: number) {
    const y = heightOfTime(layout.rows, ms)
    const move = ({ current }: RefObject<HTMLElement | null>, to: number) => {
      if (current) current.style.transform = `translateY(${to.toFixed(1)}px)`
    }
    move(parts.line, y)
    move(parts.veil, y + VEIL_BELOW)
    const { watchedMs, status } = simulator.state
    const nowMs = Math.max(ms, watchedMs)
    parts.moveOn.current?.(nowMs, heightOfTime(layout.rows, nowMs))
    // A jump is meant to be seen, wherever the reader was; a frame is no jump.
    const isJump = status !== 'running' || Math.abs(ms - shown.current.ms) > LONGEST_FRAME_MS
    if (ms !== shown.current.ms && isJump) follows.current = true
    const moved = ms !== shown.current.ms || y !== shown.current.y || unseen.current
    shown.current = { ms, y }
    if (moved && follows.current) keepInView(y)
  }

  function keepInView(y: number) {
    const { offset, height } = view()
    unseen.current = height === 0
    const top = y < offset + 16 ? y - 40 : y > offset + height - MARGIN ? y - height + MARGIN : null
    if (top !== null && parts.scroller.current && height > 0) {
      parts.scroller.current.scrollTop = Math.max(0, Math.round(top))
    }
  }

  usePlayhead(place)
  // What has been rendered stands where it stood when something last happened: it is moved on before it is seen.
  useLayoutEffect(() => place(simulator.playhead.timeMs))

  /** To be told of every scroll, the reader's and its own. */
  return function onScroll() {
    const { scrollTop, clientHeight } = parts.scroller.current ?? { scrollTop: 0, clientHeight: 0 }
    const { y } = shown.current
    follows.current = y >= scrollTop - 1 && y <= scrollTop + clientHeight + 1
  }
}
