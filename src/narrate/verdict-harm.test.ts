import { describe, expect, it } from 'vitest'
import { pays } from '../sim/testing/run.ts'
import { drop, newPayment, set } from '../testing/inputs.ts'
import { expectVerdicts, judged } from '../testing/judged.ts'

const LOSSY = { responseLoss: 1 } as const
const KEYED = { keys: 'per-payment' } as const

/** The first answer is lost by hand, the second arrives. */
const unlucky = [drop(0, 'p1.a1.response'), ...pays(0, 3000)]
const ON = 'Same bad luck, keys on'
const A_KEY = 'Same bad luck, a key per payment'
const OFF = 'Same bad luck, keys off'
const TRANSACTION = 'Same bad luck, one transaction'

describe('after a double charge the verdict', () => {
  const twice = 'Charged twice, meant once'
  const raced = { ...KEYED, server: 'check-then-act' } as const
  const harmThenNew = [...unlucky, newPayment(6000), ...pays(6000)]
  expectVerdicts([
    ['is harm: no key', judged({}, unlucky), 'lost', twice, /^Attempt 2 carried no key/, ON],
    [
      'is harm: a new key per attempt',
      judged({ keys: 'per-attempt' }, unlucky),
      'lost',
      twice,
      /^Attempt 2 carried a new key/,
      A_KEY,
    ],
    [
      'is harm: a bank that never looks',
      judged({ ...KEYED, server: 'no-key' }, unlucky),
      'lost',
      twice,
      /never looks at it/,
      TRANSACTION,
    ],
    [
      'is harm: a race',
      judged(raced, pays(0, 50)),
      'lost',
      twice,
      /^Two workers looked for the key before either/,
      TRANSACTION,
    ],
    [
      'is harm: another strategy in between',
      judged({ ...KEYED, server: 'no-key', ...LOSSY }, [
        ...pays(0),
        set(2600, { server: 'one-transaction' }),
        ...pays(3000),
      ]),
      'lost',
      twice,
      /under another server strategy/,
      TRANSACTION,
    ],
    [
      'is harm: three charges',
      judged(LOSSY, pays(0, 3000, 6000)),
      'lost',
      'Charged 3 times, meant once',
      /^No attempt carried a key/,
      ON,
    ],
    [
      'counts two payments that were charged',
      judged({}, harmThenNew),
      'lost',
      'Charged 3 times, meant twice',
      /^Attempt 2/,
      ON,
    ],
    [
      'counts no payment that is not charged yet',
      judged({}, harmThenNew, 6500),
      'lost',
      twice,
      /^Attempt 2/,
      ON,
    ],
  ])

  it('counts charges and payments for those who read the page', () => {
    expect(judged({}, harmThenNew)).toMatchObject({ charges: 3, payments: 2, doubleCharged: true })
    expect(judged({}, harmThenNew, 6500)).toMatchObject({ charges: 2, payments: 2, doubleCharged: true })
  })
})

describe('told “paid” and never charged, the verdict', () => {
  const swallowed = 'Payment 2: told “paid”, never charged'
  const second = [...pays(0), newPayment(2000), ...pays(3000)]
  expectVerdicts([
    [
      'is harm: one key for the session',
      judged({ keys: 'per-session' }, second),
      'lost',
      swallowed,
      /an earlier payment’s key/,
      'Same bad luck, a key per payment',
    ],
    [
      'is harm: one key for the session, where the bank only looks whether it is there',
      judged({ keys: 'per-session', server: 'check-then-act' }, second),
      'lost',
      swallowed,
      /an earlier payment’s key/,
      'Same bad luck, a key per payment',
    ],
    [
      'is harm of a later payment, while an earlier one is still under way',
      judged(
        { keys: 'per-session' },
        [
          ...pays(0),
          newPayment(2000),
          ...pays(3000),
          set(3050, { latency: '60000-60000' }),
          ...pays(3100),
          set(3150, { latency: '700-700' }),
          newPayment(5000),
          ...pays(6000),
        ],
        8000,
      ),
      'lost',
      'Payment 3: told “paid”, never charged',
      /an earlier payment’s key/,
      'Same bad luck, a key per payment',
    ],
    [
      'is not yet harm while a request may still be charged',
      judged({ ...KEYED, server: 'check-then-act', latency: '0-0' }, pays(0, 310), 560),
      'unsure',
      'Told “paid”, not charged yet',
      /still under way/,
    ],
  ])
})

describe('charged once in spite of more attempts, the verdict', () => {
  const once = 'Charged once, in 2 attempts'
  expectVerdicts([
    ['is prevention by the key', judged(KEYED, unlucky), 'safe', once, /^The bank knew the key/, OFF],
    [
      'is prevention by the one key of the session, too',
      judged({ keys: 'per-session' }, unlucky),
      'safe',
      once,
      /^The bank knew the key/,
      OFF,
    ],
    [
      'is prevention by a key that is there',
      judged({ ...KEYED, server: 'check-then-act' }, unlucky),
      'safe',
      once,
      /^The bank found the key and took the work for done/,
      OFF,
    ],
    [
      'claims no more than it knows: only one request arrived',
      judged(KEYED, [drop(0, 'p1.a1.request'), ...pays(0, 3000)]),
      'safe',
      once,
      /^Every attempt carried the same key/,
      OFF,
    ],
    [
      'claims no more than it knows: the first answer came, the second attempt is under way',
      judged(KEYED, pays(0, 1500), 2200),
      'safe',
      once,
      /^Every attempt carried the same key/,
      OFF,
    ],
    [
      'is luck without keys',
      judged({}, [drop(0, 'p1.a1.request'), ...pays(0, 3000)]),
      'safe',
      once,
      /^Lucky/,
    ],
    [
      'is luck with keys at a bank that never looks',
      judged({ ...KEYED, server: 'no-key' }, [drop(0, 'p1.a1.request'), ...pays(0, 3000)]),
      'safe',
      once,
      /^Lucky/,
    ],
  ])
})
