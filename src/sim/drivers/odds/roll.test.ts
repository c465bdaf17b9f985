import { describe, expect, it } from 'vitest'
import { chargesOf } from '../../ledger/account.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../scenario.ts'
import { STRATEGY_IDS } from '../../server/strategies.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import { lastState, pays, run } from '../../testing/run.ts'
import { PaymentOdds } from './roll.ts'

/** An automatic client, and what is set besides. */
const auto = (settings: Partial<Settings> = {}) => {
  const { seed: _, ...world } = { ...DEFAULT_SETTINGS, retry: 'auto', ...settings } as const
  return world
}

const CRASHES = ['before-charge', 'after-charge', 'after-record', 'after-answer-is-ready'] as const

/** Each with everything in it that chance, faults and clocks can do. */
const WORLDS: readonly (readonly [string, Partial<Settings>])[] = [
  ['no keys', {}],
  ['a duplicate and lost requests', { duplicate: 0.4, requestLoss: 0.3, keys: 'per-payment' }],
  [
    'jitter, 429 and an impatient timeout',
    { rateLimit: 0.3, jitter: 'full', timeout: 900, keys: 'per-payment' },
  ],
  [
    'a pause past the lease',
    { keys: 'per-payment', server: 'set-nx', pause: 2000, lease: 700, timeout: 1200, jitter: 'equal' },
  ],
  ['a short time to live', { keys: 'per-payment', ttl: 900, responseLoss: 0.8, backoff: 'fixed' }],
  ['a time to live beyond the last input', { keys: 'per-payment', ttl: 3_600_001, responseLoss: 0.8 }],
  ['a 500 that runs again', { keys: 'per-payment', serverError: 'after-charge', errorReplay: 'run-again' }],
  [
    'two memories',
    { keys: 'per-payment', server: 'lua-get-or-claim', memory: 'per-instance', latency: '10-900' },
  ],
  ['a declined card', { card: 'declined', keys: 'per-payment', responseLoss: 0.7 }],
  ...STRATEGY_IDS.map((server, index): readonly [string, Partial<Settings>] => {
    const crash = CRASHES[index % CRASHES.length] ?? 'none'
    return [
      `crashes under ${server}`,
      { server, keys: 'per-payment', crash, latency: '20-1500', timeout: 1500 },
    ]
  }),
]

const PAYMENTS = 1000

describe('a rolled payment', () => {
  it(`is compared for ${WORLDS.length * PAYMENTS} payments, 20,000 at least`, () => {
    expect(WORLDS.length * PAYMENTS).toBeGreaterThanOrEqual(20_000)
  })

  it.each(WORLDS)(
    'ends in the very state of a plain simulation: %s (seeds 0 to 999)',
    (_, settings) => {
      const odds = new PaymentOdds(auto(settings))
      for (let seed = 0; seed < PAYMENTS; seed += 1) {
        expect(odds.endOf(seed)).toEqual(lastState(run({ ...auto(settings), seed }, pays(0))))
      }
      // The world is asked about few states, or there would be nothing to win.
      expect(odds.spots).toBeLessThan(PAYMENTS * 4)
    },
    PATIENCE_MS,
  )

  it('comes in a tally that counts each end', () => {
    const odds = new PaymentOdds(auto({ responseLoss: 0.3 }))
    const tally = odds.tally(50, 200)
    expect(tally.reduce((sum, { payments }) => sum + payments, 0)).toBe(200)
    expect(new Set(tally.map(({ state }) => state)).size).toBe(tally.length)
    const twice = tally.filter(({ state }) => chargesOf(state.ledger, 1) > 1)
    const counted = Array.from({ length: 200 }, (_, index) => odds.endOf(50 + index))
    expect(twice.reduce((sum, { payments }) => sum + payments, 0)).toBe(
      counted.filter(state => chargesOf(state.ledger, 1) > 1).length,
    )
  })

  it('is refused by hand, for nobody presses again', () => {
    expect(() => new PaymentOdds({ ...auto(), retry: 'manual' })).toThrow(
      'settings.retry is "manual", but must be "auto".',
    )
  })
})
