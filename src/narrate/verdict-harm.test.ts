import { describe, expect, it } from 'vitest'
import type { Input, Settings, StrategyId } from '../sim/index.ts'
import { pays } from '../sim/testing/run.ts'
import { drop, newPayment, set } from '../testing/inputs.ts'
import { expectVerdicts, judged } from '../testing/judged.ts'
import type { Verdict } from './verdict.ts'

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
      /^No request carried a key/,
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

describe('in spite of the right key the verdict says what broke', () => {
  const twice = 'Charged twice, meant once'
  const KEPT = 'Same bad luck, keys kept a day'
  const at = (server: StrategyId, settings: Partial<Settings>, inputs: Input[]) =>
    judged({ ...KEYED, server, ...settings }, inputs)
  const run500 = { serverError: 'after-charge', errorReplay: 'run-again' } as const
  const instances = { memory: 'per-instance' } as const
  const lost = [drop(0, 'p1.a1.response'), ...pays(0, 3000)]

  it.each<[string, Verdict, RegExp, (string | undefined)?]>([
    ['a look before the record', at('charge-then-record', {}, pays(0, 50)), /^Both requests looked/],
    [
      'a crash before the record',
      at('charge-then-record', { crash: 'after-charge' }, pays(0, 3000)),
      /^A worker died between the charge and the record/,
    ],
    ['a look before the mark', at('check-then-act', {}, pays(0, 50)), /^Two workers looked for the key/],
    [
      'a lease that ran out in a pause',
      at('set-nx', { pause: 3000, lease: 1000 }, pays(0, 2600)),
      /^The lease ran out before the first was done, so another could claim the key/,
    ],
    [
      'a lease that ran out after a crash',
      at('set-nx', { crash: 'after-charge', lease: 1000 }, pays(0, 3000)),
      /^The first worker died and its lease ran out, so another could claim the key/,
    ],
    [
      'an old look',
      at('lock-check-outside', { latency: '0-0' }, pays(0, 520)),
      /^The second looked before it had the lock/,
    ],
    [
      'a lock that ran out',
      at('lock-check-outside', { pause: 3000, lease: 1000 }, pays(0, 2600)),
      /^The lease ran out before the first was done, so another could get the lock/,
    ],
    [
      'a lock that ran out after a crash',
      at('lock-check-outside', { crash: 'after-charge', lease: 1000 }, pays(0, 3000)),
      /^The first worker died and its lease ran out, so another could get the lock/,
    ],
    ['a mark that was doubted', at('saved-response', {}, pays(0, 50)), /“processing”, took that for a crash/],
    [
      'a mark that was doubted after a crash',
      at('saved-response', { crash: 'after-charge' }, pays(0, 3000)),
      /“processing”, took that for a crash/,
    ],
    ...(['lua-get-or-claim', 'saved-response', 'charge-then-record', 'lock-check-outside'] as const).map(
      (server): [string, Verdict, RegExp] => [
        `an error that ${server} forgot`,
        at(server, run500, pays(0, 3000)),
        /^The bank broke after the charge and forgot the key/,
      ],
    ),
    ...(
      ['lua-get-or-claim', 'set-nx', 'check-then-act', 'charge-then-record', 'lock-check-outside'] as const
    ).map((server): [string, Verdict, RegExp] => [
      `two memories of ${server}`,
      at(server, instances, lost),
      /^Two instances, and neither knows the keys of the other\./,
    ]),
    [
      'a memory that died',
      at('lua-get-or-claim', { ...instances, crash: 'after-answer-is-ready' }, [
        drop(0, 'p1.a2.request'),
        ...pays(0, 3000, 6000),
      ]),
      /^The instance that knew the key died, and its memory with it/,
    ],
    ...(
      ['one-transaction', 'unique-200', 'unique-409', 'set-nx', 'lua-get-or-claim', 'saved-response'] as const
    ).map((server): [string, Verdict, RegExp, string] => [
      `a record of ${server} that expired`,
      at(server, { ttl: 1000, ...LOSSY }, pays(0, 3000)),
      /^The bank had forgotten the key by then: its record had expired/,
      KEPT,
    ]),
    [
      'a copy with the key of its attempt',
      at('saved-response', { keys: 'per-attempt', duplicate: 1 }, pays(0)),
      /“processing”, took that for a crash/,
    ],
  ])('%s', (_, verdict, reason, rerun = TRANSACTION) => {
    expect(verdict).toMatchObject({ tone: 'lost', headline: twice })
    expect(verdict.reason).toMatch(reason)
    expect(verdict.rerun?.label).toBe(rerun)
  })

  it('a copy without a key', () => {
    const verdict = judged({ duplicate: 1 }, pays(0))
    expect(verdict.headline).toBe(twice)
    expect(verdict.reason).toMatch(/^The network delivered attempt 1 twice, and it carried no key\./)
  })

  it('and no keeping is offered where keys are kept already', () => {
    const inputs = [set(0, { ttl: 1000 }), ...pays(0), set(2700, { ttl: 86_400_000 }), ...pays(3000)]
    expect(at('one-transaction', LOSSY, inputs)).toMatchObject({ headline: twice, rerun: null })
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
      'is harm after a crash: a key that was only looked at',
      judged({ ...KEYED, server: 'check-then-act', crash: 'before-charge' }, pays(0, 3000)),
      'lost',
      'Payment 1: told “paid”, never charged',
      /^A worker marked the key and died before the charge/,
      TRANSACTION,
    ],
    [
      'is harm after a crash: a key that was inserted',
      judged({ ...KEYED, server: 'unique-200', crash: 'after-record' }, pays(0, 3000)),
      'lost',
      'Payment 1: told “paid”, never charged',
      /^A worker marked the key and died before the charge/,
      TRANSACTION,
    ],
    [
      'is harm after a declined card',
      judged({ ...KEYED, server: 'set-nx', card: 'declined' }, unlucky),
      'lost',
      'Payment 1: told “paid”, never charged',
      /^The card was declined, but a later request found the key/,
      TRANSACTION,
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
    [
      'is a fresh start after a crash',
      judged({ ...KEYED, crash: 'after-charge' }, pays(0, 3000)),
      'safe',
      once,
      /^What broke off was rolled back/,
    ],
    [
      'is a fresh start after an error',
      judged({ ...KEYED, serverError: 'after-charge', errorReplay: 'run-again' }, pays(0, 3000)),
      'safe',
      once,
      /^What broke off was rolled back/,
    ],
    [
      'is another request’s doing after a crash',
      judged({ ...KEYED, server: 'saved-response', crash: 'before-charge' }, pays(0, 3000)),
      'safe',
      once,
      /^A worker died before it had charged anything/,
    ],
    [
      'is prevention by the ledger',
      judged({ ...KEYED, server: 'saved-response-downstream-key', crash: 'after-charge' }, pays(0, 3000)),
      'safe',
      once,
      /^The ledger knew the key/,
      OFF,
    ],
    [
      'is prevention of a copy',
      judged({ ...KEYED, duplicate: 1 }, pays(0)),
      'safe',
      'Charged once, and told so',
      /^The request came twice\. The bank knew the key/,
      OFF,
    ],
  ])
})
