import type { Frame } from '../sim/index.ts'
import type { SimulatorState } from './simulator-state.ts'

/** What follows from session and playhead. */
export type Shown = Pick<
  SimulatorState,
  'session' | 'trace' | 'history' | 'frame' | 'watchedMs' | 'status' | 'playing'
>

/** While it runs, what has been watched is told in steps of so many wall-clock milliseconds: charts redraw then. */
const WATCHED_STEP_MS = 500

/** Whether there is something to show anew: not with every frame of the clock, but whenever something happens. */
export function isNews(shown: Shown, now: Shown, speed: number): boolean {
  if (now.trace !== shown.trace || now.status !== shown.status || now.playing !== shown.playing) return true
  if (now.frame.stepCount !== shown.frame.stepCount || !samePackets(now.frame, shown.frame)) return true
  if (now.status !== 'running') return now.frame.atMs !== shown.frame.atMs
  return now.watchedMs - shown.watchedMs >= WATCHED_STEP_MS * speed
}

function samePackets(a: Frame, b: Frame): boolean {
  if (a.packets.length !== b.packets.length) return false
  return a.packets.every(({ flight, fate }, index) => {
    const other = b.packets[index]
    return other?.flight === flight && other.fate === fate
  })
}
