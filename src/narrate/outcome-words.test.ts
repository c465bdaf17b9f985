import { describe, expect, it } from 'vitest'
import type { Input, Settings } from '../sim/index.ts'
import { CALM, pays, run } from '../sim/testing/run.ts'
import { drop, newPayment } from '../testing/inputs.ts'
import { nextPurchaseInWords, othersInWords, outcomeInWords } from './outcome-words.ts'

const unlucky = [drop(0, 'p1.a1.response'), ...pays(0, 3000)]
const KEYED = { keys: 'per-payment' } as const
const said = (
  settings: Partial<Settings>,
  inputs: readonly Input[],
  payment = 1,
  before: number | null = 2,
) => outcomeInWords(run({ ...CALM, ...settings }, inputs), payment, before)

describe('how a changed run ends, in words', () => {
  it.each<[string, ReturnType<typeof said>, what: string, why: RegExp]>([
    ['charged as before', said({}, unlucky), 'Still charged twice.', /^Attempt 2 carried no key/],
    [
      'charged more often',
      said({ responseLoss: 1 }, pays(0, 3000, 6000)),
      'Charged 3 times instead of twice.',
      /^No request/,
    ],
    ['not given away', said({}, unlucky, 1, null), 'Still charged more than once.', /^Attempt 2/],
    [
      'known by its key',
      said(KEYED, unlucky),
      'Charged once.',
      /^The bank knew the key and gave its saved answer/,
    ],
    ['answered at once', said({}, pays(0, 3000)), 'Charged once.', /^Its first attempt was answered\.$/],
    [
      'delivered twice',
      said({ ...KEYED, duplicate: 1 }, pays(0)),
      'Charged once.',
      /^The request came twice/,
    ],
    [
      'one attempt lost',
      said({ requestLoss: 0 }, [drop(0, 'p1.a1.request'), ...pays(0, 3000)]),
      'Charged once.',
      /^Only one attempt was charged\.$/,
    ],
    ['unknown', said({ responseLoss: 1 }, pays(0)), 'Charged once, but you never learn that.', /^$/],
    ['never charged', said({ requestLoss: 1 }, pays(0)), 'Never charged, and you never learn that.', /^$/],
    ['refused', said({ keyRequired: 'on' }, pays(0)), 'Refused, never charged.', /^The bank answered 400/],
    [
      'swallowed',
      said({ keys: 'per-session' }, [...pays(0), newPayment(3000), ...pays(3001)], 2),
      'Told “paid”, never charged.',
      /^It carried an earlier payment’s key/,
    ],
    [
      'harm to another: never charged',
      said({ keys: 'per-session' }, [...pays(0), newPayment(3000), ...pays(3001)]),
      'Charged once, but payment 2 is told “paid” and never charged.',
      /^$/,
    ],
    [
      'harm to another: charged twice',
      said({}, [...unlucky, newPayment(6000), ...pays(6001)], 2),
      'Charged once, but payment 1 is charged twice.',
      /^$/,
    ],
    ['not there', said({}, pays(0), 2), 'Never opened, never charged.', /^$/],
  ])('%s', (_, words, what, why) => {
    expect(words.what).toBe(what)
    expect(words.why).toMatch(why)
  })

  it('says how the next purchase ends', () => {
    const swallowed = run({ ...CALM, keys: 'per-session' }, [...pays(0), newPayment(3000), ...pays(3001)])
    expect(nextPurchaseInWords(swallowed, 2)).toBe('But the next purchase is told “paid” and never charged.')
    expect(nextPurchaseInWords(run(CALM, pays(0, 50)), 1)).toBe(
      'But press Pay twice in a hurry for the next purchase, and it is charged twice.',
    )
  })

  it('says how general it is', () => {
    expect(othersInWords({ prevented: 18, of: 20 })).toBe('Helps in 18 of 20 other runs that double-charge.')
    expect(othersInWords({ prevented: 0, of: 20 })).toBe('Helps in none of 20 other runs that double-charge.')
    expect(othersInWords({ prevented: 1, of: 1 })).toBe('Helps in 1 of 1 other run that double-charges.')
    expect(othersInWords({ prevented: 0, of: 0 })).toBe('')
  })
})
