import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOf, chargesOf, expectedBalance, type Settings, type StrategyId } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, pays, run } from '../sim/testing/run.ts'
import { drop, newPayment, payAmount, set } from '../testing/inputs.ts'
import { expectVerdicts, judged } from '../testing/judged.ts'
import { verdictOf } from './verdict.ts'

const LOSSY = { responseLoss: 1 } as const
const KEYED = { keys: 'per-payment' } as const

describe('before anything is broken the verdict', () => {
  expectVerdicts([
    [
      'invites',
      judged({ responseLoss: 0.5 }, []),
      'invite',
      'Press Pay.',
      /^Half of all answers never arrive/,
    ],
    [
      'says that all arrive',
      judged({ responseLoss: 0 }, []),
      'invite',
      'Press Pay.',
      /^Every answer arrives/,
    ],
    ['says that none arrives', judged(LOSSY, []), 'invite', 'Press Pay.', /^No answer ever arrives/],
    [
      'invites again after one that was paid',
      judged({}, [...pays(0), newPayment(2000)]),
      'invite',
      'Press Pay for a new payment.',
      /arrives/,
    ],
    [
      'invites again after one that was refused',
      judged({ card: 'declined' }, [...pays(0), newPayment(2000)]),
      'invite',
      'Press Pay for a new payment.',
      /arrives/,
    ],
    ['waits', judged({}, pays(0), 500), 'way', 'Under way', /^You wait for the bank’s answer/],
    ['waits on: no key', judged(LOSSY, pays(0, 500), 600), 'way', 'Attempt 2 is under way', /no key/],
    ['waits on: same key', judged(KEYED, pays(0, 500), 600), 'way', 'Attempt 2 is under way', /the same key/],
    [
      'waits on: new key',
      judged({ keys: 'per-attempt' }, pays(0, 500), 600),
      'way',
      'Attempt 2 is under way',
      /a new key/,
    ],
    [
      'does not know',
      judged(LOSSY, pays(0)),
      'unsure',
      'No answer. Were you charged?',
      /look the same to you/,
    ],
    ['is told so', judged({}, pays(0)), 'safe', 'Charged once, and told so', /^This time the answer arrived/],
    [
      'gives up, charged',
      judged(LOSSY, [...pays(0), newPayment(2600)]),
      'unsure',
      'You gave up, and were charged',
      /The answer was lost, not the payment/,
    ],
    [
      'gives up, not charged',
      judged({ requestLoss: 1 }, [...pays(0), newPayment(2600)]),
      'unsure',
      'You gave up, nothing was charged',
      /only the bank’s ledger says so/,
    ],
    [
      'is refused: the card',
      judged({ card: 'declined' }, pays(0)),
      'plain',
      'Declined, nothing charged',
      /answered 402/,
    ],
    [
      'is refused: the key',
      judged({ keys: 'per-session' }, [...pays(0), newPayment(2000), payAmount(3000, 5)]),
      'plain',
      'Refused, nothing charged',
      /422.*key.*other payload/,
    ],
    [
      'is refused: the key, with a card that would have been declined',
      judged({ keys: 'per-session' }, [
        ...pays(0),
        newPayment(2000),
        set(2100, { card: 'declined' }),
        ...pays(3000),
      ]),
      'plain',
      'Refused, nothing charged',
      /422.*key.*other payload/,
    ],
  ])
})

describe('an answer that says nothing', () => {
  const STUCK_409 = 'Stuck: every retry gets 409 Conflict'
  const STUCK_500 = 'Stuck: every retry gets 500 Internal Server Error'
  const TRANSACTION = 'Same bad luck, one transaction'
  const at = (server: StrategyId, settings: Partial<Settings>, times: number[]) =>
    judged({ ...KEYED, server, ...settings }, pays(...times))
  const broken = { serverError: 'after-charge' } as const
  const lost = [drop(0, 'p1.a1.response'), ...pays(0, 3000)]
  const dead = { crash: 'before-charge' } as const
  expectVerdicts([
    [
      'is a 429, but then nothing was charged',
      judged({ rateLimit: 1 }, pays(0, 3000)),
      'unsure',
      '429 Too Many Requests. Not charged',
      /^The bank turned it away unseen, and has looked at no request of this payment\. Press Pay again\.$/,
    ],
    [
      'is a 429 after an attempt without an answer',
      judged({}, [
        ...lost.slice(0, 2),
        { at: 2600, type: 'configure', settings: { rateLimit: 1 } },
        ...pays(3000),
      ]),
      'unsure',
      '429 Too Many Requests. Were you charged?',
      /^It was turned away unseen\..*Press Pay again\.$/,
    ],
    [
      'is a 500',
      judged(broken, pays(0)),
      'unsure',
      '500 Internal Server Error. Were you charged?',
      /^An error is no refusal/,
    ],
    [
      'is a 409 while the first is in flight',
      judged({ ...KEYED, pause: 9000 }, pays(0, 2600), 6000),
      'unsure',
      '409 Conflict. Were you charged?',
      /still be in flight|still in flight/,
    ],
    [
      'is a dead end in a table',
      judged({ ...KEYED, server: 'unique-409' }, lost),
      'unsure',
      STUCK_409,
      /in the table/,
      TRANSACTION,
    ],
    [
      'is a dead end after a crash',
      at('lua-get-or-claim', dead, [0, 3000]),
      'unsure',
      STUCK_409,
      /nobody is at work/,
      TRANSACTION,
    ],
    [
      'is a dead end of a saved error',
      at('one-transaction', broken, [0, 3000]),
      'unsure',
      STUCK_500,
      /saved its error/,
      'Same bad luck, the error rolled back',
    ],
    [
      'is no dead end before a retry has met it',
      at('lua-get-or-claim', dead, [0]),
      'unsure',
      'No answer. Were you charged?',
      /look the same/,
    ],
    [
      'is no dead end while a lease may run out',
      judged({ ...KEYED, server: 'set-nx', ...dead }, pays(0, 3000), 5000),
      'unsure',
      '409 Conflict. Were you charged?',
      /in flight/,
    ],
    [
      'is no dead end where another instance may be asked',
      judged({ ...KEYED, server: 'lua-get-or-claim', ...broken, memory: 'per-instance' }, pays(0)),
      'unsure',
      '500 Internal Server Error. Were you charged?',
      /no refusal/,
    ],
  ])

  it('is said to be followed by the client’s next attempt', () => {
    const auto = { rateLimit: 1, retry: 'auto', attempts: 2 } as const
    expect(judged(auto, pays(0), 1500).reason).toMatch(/The client tries again by itself\.$/)
  })
})

describe('a refusal', () => {
  const refused = 'Refused, nothing charged'
  const A_KEY = 'Same bad luck, a key per payment'
  expectVerdicts([
    ['is a 400 for an empty key', judged({ keys: 'empty' }, pays(0)), 'plain', refused, /400.*empty/, A_KEY],
    [
      'is a 400 for a long key',
      judged({ keys: 'too-long' }, pays(0)),
      'plain',
      refused,
      /400.*too long/,
      A_KEY,
    ],
    [
      'is a 400 for no key',
      judged({ keyRequired: 'on' }, pays(0)),
      'plain',
      refused,
      /400.*without a key/,
      'Same bad luck, keys on',
    ],
    [
      'of a copy says nothing of the request',
      judged({ duplicate: 1 }, [...pays(0), set(690, { keyRequired: 'on' }), drop(0, 'p1.a1.response')]),
      'plain',
      refused,
      /400/,
      'Same bad luck, keys on',
    ],
  ])
})

describe('every verdict', () => {
  itHolds(
    'says what the ledger says, at every step of random runs',
    { seed: 312, runs: 100 },
    fc.property(session, ({ settings, inputs }) => {
      const trace = run(settings, inputs)
      for (const { state, events } of trace.steps) {
        const past = trace.events.slice(0, (events.at(-1)?.id ?? -1) + 1)
        const { headline, reason, charges, payments, doubleCharged, tone } = verdictOf(state, past)
        const counts = state.payments.map((__, index) => chargesOf(state.ledger, index + 1))
        expect(charges).toBe(state.ledger.charges.length)
        expect(payments).toBe(state.payments.length)
        expect(doubleCharged).toBe(counts.some(count => count > 1))
        expect(`${headline} ${reason}`).not.toMatch(/undefined|NaN|null|\[object/)
        if (doubleCharged) expect(tone).toBe('lost')
        if (/nothing was charged|nothing charged/.test(headline)) expect(counts).toContain(0)
        if (tone === 'safe') expect(balanceOf(state)).toBe(expectedBalance(state))
        if (headline.startsWith('Charged once')) expect(counts).toContain(1)
      }
    }),
  )
})

describe('what is said when things cross', () => {
  const LOST = { ...CALM, responseLoss: 1 }
  it('a refusal after an unanswered attempt is no “no answer”', () => {
    const verdict = judged({ card: 'declined' }, [drop(0, 'p1.a1.response'), ...pays(0, 3000)])
    expect(verdict.headline).toBe('Attempt 2 was refused. Were you charged?')
  })

  it('keys that are switched on in the middle are said to hold from the next payment', () => {
    const keys = set(2600, { keys: 'per-payment' })
    expect(judged(LOST, [...pays(0), keys]).reason).toMatch(/^Keys change from the next payment on/)
    const twice = judged(LOST, [...pays(0), keys, ...pays(3000)])
    expect(twice.reason).toMatch(/they hold from the next payment/)
  })

  it('an automatic client says whether it tries again, and that it gives up', () => {
    const auto = { ...CALM, requestLoss: 1, retry: 'auto', attempts: 2 } as const
    expect(judged(auto, pays(0), 2600).reason).toMatch(/tries again by itself/)
    expect(judged(auto, pays(0)).reason).toMatch(/gives up after 2 attempts/)
  })

  it('an answer that comes after giving up is told', () => {
    const verdict = judged({}, [...pays(0), newPayment(500)])
    expect(verdict.headline).toBe('You gave up, but it was paid')
  })
})
