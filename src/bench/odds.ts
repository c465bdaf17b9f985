import { DEFAULT_SETTINGS, type Draws, drawsOf, PaymentOdds, type Settings } from '../sim/index.ts'

/** What is rolled: the default, the most there is to do for the bank, and everything that chance can do at once. */
export const SETTINGS_OF_ODDS: readonly { readonly name: string; readonly settings: Partial<Settings> }[] = [
  { name: 'keys off', settings: {} },
  { name: 'a key per payment', settings: { keys: 'per-payment' } },
  {
    name: 'duplicates and crashes',
    settings: { keys: 'per-payment', server: 'charge-then-record', crash: 'after-charge', duplicate: 0.2 },
  },
]

export function oddsOf(settings: Partial<Settings>): PaymentOdds {
  const { seed: _, ...world } = { ...DEFAULT_SETTINGS, retry: 'auto', ...settings } as const
  return new PaymentOdds(world)
}

/** One draw: what for, and about what. */
type Draw = Parameters<Draws>

/** The draws of so many payments, by their seeds from 0: written down while they are rolled. */
export function rolledDraws(odds: PaymentOdds, payments: number): Draw[][] {
  return Array.from({ length: payments }, (_, seed) => {
    const draws = drawsOf(seed)
    const made: Draw[] = []
    odds.endWith((...draw) => {
      made.push(draw)
      return draws(...draw)
    })
    return made
  })
}

/** The bare loop: the same draws and nothing else. Their sum, so that no engine can leave them out. */
export function drawAllOf(draws: Draws, made: readonly Draw[]): number {
  let sum = 0
  for (const [purpose, first, second, third] of made) sum += draws(purpose, first, second, third)
  return sum
}
