import { describe, expect, it } from 'vitest'
import type { StrategyId } from '../../server/strategies.ts'
import { counterexamplesOf, explored } from '../../testing/exploring.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import { type Bounds, DEFAULT_BOUNDS } from './bounds.ts'

/** States, schedules, and for each broken promise the bad luck and the length of its counterexample. */
type Found = readonly [server: StrategyId, states: number, schedules: string, counterexamples: string]

/** What has always been found: a change of meaning shows, however silent. */
const PINNED: readonly { readonly bounds: Partial<Bounds>; readonly found: readonly Found[] }[] = [
  {
    bounds: {},
    found: [
      ['no-key', 566, '45836143', 'A 1/6, H 1/6'],
      ['charge-then-record', 1426, '2410966575', 'A 1/8'],
      ['check-then-act', 1763, '1586306945', 'A 1/10'],
      ['unique-200', 883, '156684236', ''],
      ['unique-409', 802, '169497880', 'H 1/7'],
      ['one-transaction', 1354, '500977776', ''],
      ['set-nx', 1511, '500977776', ''],
      ['lock-check-outside', 3133, '26406631294', 'A 1/12'],
      ['lua-get-or-claim', 1354, '500977776', ''],
      ['saved-response', 1999, '2410966575', 'A 1/8'],
      ['saved-response-downstream-key', 1738, '2410966575', ''],
    ],
  },
  {
    bounds: { crash: 1 },
    found: [
      ['no-key', 907, '131066376', 'A 1/6, H 1/6'],
      ['charge-then-record', 2365, '7471638757', 'A 1/8, H 1/7'],
      ['check-then-act', 2827, '4684068765', 'A 1/10, T 1/11, H 1/7'],
      ['unique-200', 1563, '454447928', 'T 1/10, H 1/6'],
      ['unique-409', 1447, '485860695', 'H 1/6'],
      ['one-transaction', 2018, '1590596591', ''],
      ['set-nx', 2644, '1443759820', 'H 1/7'],
      ['lock-check-outside', 6057, '76893138961', 'A 1/12, H 1/8'],
      ['lua-get-or-claim', 2414, '1443759820', 'H 1/6'],
      ['saved-response', 3783, '7471638757', 'A 1/8, H 1/7'],
      ['saved-response-downstream-key', 2867, '7471638757', ''],
    ],
  },
  {
    bounds: { attempts: 2, duplicate: 1 },
    found: [
      ['no-key', 517, '34692247', 'A 1/6, H 1/6'],
      ['charge-then-record', 1263, '1419922458', 'A 1/8'],
      ['check-then-act', 1519, '961716748', 'A 1/10'],
      ['unique-200', 771, '108125012', ''],
      ['unique-409', 711, '114166274', 'H 1/7'],
      ['one-transaction', 1196, '314471684', ''],
      ['set-nx', 1306, '314471684', ''],
      ['lock-check-outside', 2726, '13682133435', 'A 1/12'],
      ['lua-get-or-claim', 1196, '314471684', ''],
      ['saved-response', 1719, '1419922458', 'A 1/8'],
      ['saved-response-downstream-key', 1493, '1419922458', ''],
    ],
  },
  {
    bounds: { attempts: 2, crash: 1, lease: 1 },
    found: [
      ['no-key', 137, '25352', 'A 1/6, H 1/6'],
      ['charge-then-record', 285, '473077', 'A 1/8, H 1/7'],
      ['check-then-act', 317, '335500', 'A 1/10, T 1/11, H 1/7'],
      ['unique-200', 213, '67129', 'T 1/10, H 1/6'],
      ['unique-409', 205, '67617', 'H 1/6'],
      ['one-transaction', 235, '158302', ''],
      ['set-nx', 513, '1582596', 'A 2/9, H 1/7'],
      ['lock-check-outside', 919, '37126580', 'A 1/12, H 1/8'],
      ['lua-get-or-claim', 299, '152174', 'H 1/6'],
      ['saved-response', 409, '473077', 'A 1/8, H 1/7'],
      ['saved-response-downstream-key', 353, '473077', ''],
    ],
  },
  {
    bounds: { attempts: 2, crash: 1, record: 1, failure: 1, refusal: 1 },
    found: [
      ['no-key', 253, '136036', 'A 1/6, H 1/6'],
      ['charge-then-record', 879, '16805117', 'A 1/8, H 1/7'],
      ['check-then-act', 851, '15740412', 'A 1/10, T 1/11, H 1/7'],
      ['unique-200', 661, '3190614', 'A 2/9, T 1/10, H 1/6'],
      ['unique-409', 637, '3202843', 'A 2/9, H 1/6'],
      ['one-transaction', 867, '3600390', 'A 2/11, H 1/8'],
      ['set-nx', 737, '1505832', 'A 2/10, H 1/7'],
      ['lock-check-outside', 1801, '61003734', 'A 1/12, H 1/8'],
      ['lua-get-or-claim', 1019, '3452264', 'A 2/10, H 1/6'],
      ['saved-response', 1453, '16805117', 'A 1/8, H 1/7'],
      ['saved-response-downstream-key', 1251, '16805117', 'H 1/8'],
    ],
  },
]

const titleOf = (bounds: Partial<Bounds>) => {
  const { attempts } = { ...DEFAULT_BOUNDS, ...bounds }
  const faults = Object.entries(bounds).filter(([name]) => name !== 'attempts')
  return `${attempts} attempts, ${faults.map(([name, bound]) => `${bound} ${name}`).join(', ') || 'no fault'}`
}

describe.each(PINNED.map(pin => ({ ...pin, title: titleOf(pin.bounds) })))('$title', ({ bounds, found }) => {
  it.each(found)(
    'has under %s %d states and %s schedules, and breaks: %s',
    (server, states, schedules, counterexamples) => {
      const exploration = explored(server, bounds)
      expect(exploration.states).toBe(states)
      expect(String(exploration.schedules)).toBe(schedules)
      expect(counterexamplesOf(exploration)).toBe(counterexamples)
    },
    PATIENCE_MS,
  )
})
