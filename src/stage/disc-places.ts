import { type Flight, LINGER_MS, type Packet, packetAt } from '../sim/index.ts'

/** How far apart discs stand, in pixels: a little more than one is wide. */
const APART_PX = 27

/** Where a disc stops that waits at its wire's end behind so many others, in pixels from its sender. */
export function queuedPx(ahead: number, wirePx: number): number {
  return Math.max(0, wirePx - ahead * APART_PX)
}

/** The same for those in flight where nothing may move: they queue from halfway, or from as far as they need. */
export function halfwayPx(ahead: number, count: number, wirePx: number): number {
  return queuedPx(ahead, Math.min(wirePx, Math.max(wirePx / 2, (count - 1) * APART_PX)))
}

/**
 * Where lost discs of one lane lie, by message and in pixels from their sender: where each died, or beside it where
 * one lies that was lost before and is still in sight.
 */
export function lostPlaces(discs: readonly Flight[], wirePx: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const lost = discs.filter(({ end }) => end === 'lost').sort((a, b) => a.endAt - b.endAt)
  for (const [index, flight] of lost.entries()) {
    const lying = lost.slice(0, index).filter(({ endAt }) => endAt + LINGER_MS.lost > flight.endAt)
    const taken = lying.map(({ message }) => places.get(message) ?? 0)
    places.set(
      flight.message,
      nearestFree((packetAt(flight, flight.endAt) as Packet).progress * wirePx, taken, wirePx),
    )
  }
  return places
}

/** The place nearest to the one wished for that hides none of those taken; the wished one where there is no room. */
function nearestFree(wished: number, taken: readonly number[], wirePx: number): number {
  const free = [wished, ...taken.flatMap(place => [place - APART_PX, place + APART_PX])].filter(
    place => place >= 0 && place <= wirePx && taken.every(other => Math.abs(other - place) >= APART_PX),
  )
  return free.sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished))[0] ?? wished
}
