import type { Packet } from '../sim/index.ts'
import { LINGER_MS } from '../sim/index.ts'

/** A lost packet stutters for so long, then falls for so long, in virtual milliseconds. */
const STUTTER_MS = 160
const FALL_MS = 240

/** Where a packet stands all its flight when nothing may move. */
const HALFWAY = 0.5

/**
 * Puts a packet where the playhead has it, through custom properties that the style sheet turns into a transform:
 * `--x` 0…1 along the wire from client to bank, `--shake` −1…1, `--fall` 0…1, `--gone` 0…1. With `still` it stands
 * halfway while in flight and then at its end, without stutter and fall.
 */
export function placePacket(
  element: HTMLElement,
  { flight, fate, progress, endedMs }: Packet,
  still: boolean,
): void {
  const along = still && fate === 'in-flight' ? HALFWAY : progress
  const x = flight.kind === 'request' ? along : 1 - along
  const lostMs = fate === 'lost' && !still ? endedMs : 0
  const stutter = lostMs < STUTTER_MS ? Math.sin((lostMs / STUTTER_MS) * Math.PI * 4) : 0
  const falling = Math.max(0, Math.min(1, (lostMs - STUTTER_MS) / FALL_MS))
  set(element, '--x', x.toFixed(4))
  set(element, '--shake', stutter.toFixed(2))
  set(element, '--fall', (falling * falling).toFixed(2))
  // In twenty steps: a fade that repaints with every frame is not seen to be smoother.
  set(element, '--gone', (Math.round(Math.min(1, lostMs / LINGER_MS.lost) * 20) / 20).toFixed(2))
}

/** Most packets in sight have ended and stand still: what has not changed is not written, and so restyles nothing. */
function set({ style }: HTMLElement, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value)
}
