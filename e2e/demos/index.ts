import { cure } from './cure.ts'
import { doubleCharge } from './double-charge.ts'
import { ghost } from './ghost.ts'
import type { Film } from './kit/film.ts'
import type { DEMOS } from './list.mjs'
import { race } from './race.ts'
import { twin } from './twin.ts'

export type DemoName = (typeof DEMOS)[number]['name']

/** How each is played. */
export const PLAY: Readonly<Record<DemoName, (film: Film) => Promise<void>>> = {
  ghost,
  'double-charge': doubleCharge,
  cure,
  race,
  twin,
}
