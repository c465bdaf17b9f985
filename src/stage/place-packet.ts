import type { Packet } from '../sim/index.ts'
import { LINGER_MS } from '../sim/index.ts'

/** A lost packet stutters for so long, then falls for so long, in virtual milliseconds. */
const STUTTER_MS = 160
const FALL_MS = 240

/** How far it stutters to either side and falls, in pixels, and how far it tips over, in degrees. */
const STUTTER_PX = 6
const FALL_PX = 3
const FALL_DEGREES = 2

/** Where a packet stands all its flight when nothing may move. */
const HALFWAY = 0.5

/** How a packet looks at its place, as inline style. */
export interface Placing {
  readonly transform: string
  /** Of a lost one: 0 when it is lost, 1 when it is gone. */
  readonly gone: string
}

/**
 * Where the playhead has a packet, on a wire so many pixels long. A disc comes no nearer to the receiver than `stopPx`,
 * and is there when it is lost. With `still` it stands halfway, or at `stopPx`, while in flight and then at its end,
 * without stutter and fall. The transform is written out, not put together by the style sheet from custom properties: a
 * browser restyles an element whose transform alone has changed in a third of the time.
 */
export function placePacket(
  { flight, fate, progress, endedMs }: Packet,
  wirePx: number,
  still: boolean,
  stopPx: number | null = null,
): Placing {
  const held = still && fate === 'in-flight'
  const freePx = (held ? HALFWAY : progress) * wirePx
  const alongPx = stopPx === null ? freePx : fate === 'lost' || held ? stopPx : Math.min(freePx, stopPx)
  const x = wirePx === 0 ? 0 : (flight.kind === 'request' ? alongPx : wirePx - alongPx) / wirePx
  const lostMs = fate === 'lost' ? endedMs : 0
  const stutter = lostMs < STUTTER_MS && !still ? Math.sin((lostMs / STUTTER_MS) * Math.PI * 4) : 0
  const share = still ? 0 : Math.max(0, Math.min(1, (lostMs - STUTTER_MS) / FALL_MS))
  const fall = share * share
  const one = (value: number) => value.toFixed(1)
  return {
    // Along the wire, and back by as much of its own width: at the end it stands before the end.
    transform: `translate(${one(x * wirePx + stutter * STUTTER_PX)}px, ${one(fall * FALL_PX)}px) translateX(${one(x * -100)}%) rotate(${one(fall * FALL_DEGREES)}deg)`,
    // In twenty steps: a fade that repaints with every frame is not seen to be smoother.
    gone: (Math.round(Math.min(1, lostMs / LINGER_MS.lost) * 20) / 20).toFixed(2),
  }
}
