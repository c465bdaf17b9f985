import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_KINDS, type EventKind, type Input, type TraceEvent } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, eventsOf, pays, run } from '../sim/testing/run.ts'
import { drop, newPayment, set } from '../testing/inputs.ts'
import { brokenPromise, sentenceOf } from './sentence.ts'

const LOSSY = { ...CALM, responseLoss: 1 }
const KEYED = { keys: 'per-payment' } as const

type Told = [kind: EventKind, text: string, tone: string, detail?: 'detail']

/** What a run says, in order; only of these kinds when some are given. */
function told(settings: object, inputs: Input[], ...kinds: EventKind[]): Told[] {
  const { events } = run({ ...CALM, ...settings }, inputs)
  return events
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(event => {
      const { text, tone, detail } = sentenceOf(event)
      return detail ? [event.kind, text, tone, 'detail'] : [event.kind, text, tone]
    })
}

describe('the story in sentences', () => {
  it('is one payment that arrives', () => {
    expect(told({}, pays(0))).toEqual([
      ['payment.opened', 'You open payment 1: $100.00.', 'plain', 'detail'],
      ['attempt.sent', 'You press Pay.', 'plain'],
      ['request.delivered', 'Attempt 1 reaches the bank.', 'plain', 'detail'],
      ['handler.started', 'Worker 1 starts on attempt 1.', 'plain', 'detail'],
      ['ledger.charged', 'The bank charges $100.', 'plain'],
      ['response.sent', 'The bank answers 201 Created.', 'plain'],
      ['response.delivered', 'The answer arrives: 201 Created.', 'plain'],
      ['payment.paid', 'You know now: paid.', 'safe', 'detail'],
    ])
  })

  it('is a double charge', () => {
    const kinds = ['attempt.sent', 'response.lost', 'attempt.timedOut', 'payment.unknown'] as const
    expect(told(LOSSY, pays(0, 3000), ...kinds, 'ledger.charged', 'promise.broken')).toEqual([
      ['attempt.sent', 'You press Pay.', 'plain'],
      ['ledger.charged', 'The bank charges $100.', 'plain'],
      ['response.lost', 'The answer is lost.', 'lost'],
      ['attempt.timedOut', 'No answer: timed out.', 'unsure'],
      ['payment.unknown', 'You do not know whether you were charged.', 'unsure', 'detail'],
      ['attempt.sent', 'You press Pay again: attempt 2.', 'plain'],
      ['ledger.charged', 'The bank charges $100 a second time.', 'lost'],
      ['promise.broken', 'Broken promise: at most one charge a payment.', 'lost', 'detail'],
      ['response.lost', 'The answer is lost.', 'lost'],
      ['attempt.timedOut', 'No answer: timed out.', 'unsure'],
      ['payment.unknown', 'You do not know whether you were charged.', 'unsure', 'detail'],
    ])
  })

  it('is its prevention by one transaction', () => {
    const inputs = [drop(0, 'p1.a1.response'), ...pays(0, 3000)]
    const kinds = ['store.read', 'store.written', 'ledger.charged', 'response.sent'] as const
    expect(told(KEYED, inputs, ...kinds)).toEqual([
      ['store.written', 'The bank writes down the key: “processing”.', 'plain'],
      ['store.written', 'The charge of $100 is staged, not yet committed.', 'plain', 'detail'],
      ['ledger.charged', 'The bank charges $100.', 'plain'],
      ['store.written', 'The bank saves its answer beside the key.', 'plain', 'detail'],
      ['response.sent', 'The bank answers 201 Created.', 'plain'],
      ['store.read', 'The bank knows this key: already done.', 'safe'],
      ['response.sent', 'The bank replays its saved answer: 201 Created.', 'safe'],
    ])
  })
})

describe('a sentence', () => {
  const tell = (settings: object, inputs: Input[], ...kinds: EventKind[]) =>
    told(settings, inputs, ...kinds).map(([, text]) => text)

  it('says which payment from the second one on', () => {
    expect(tell({}, [...pays(0), newPayment(2000), ...pays(3000)], 'attempt.sent', 'payment.closed')).toEqual(
      ['You press Pay.', 'You go on to a new payment.', 'You press Pay for payment 2.'],
    )
  })

  it('says that one gives up without knowing', () => {
    expect(told({}, [...pays(0), newPayment(300)], 'payment.closed')).toEqual([
      ['payment.closed', 'You give up on payment 1 without knowing.', 'unsure'],
    ])
  })

  it('says who sends again', () => {
    const inputs = [...pays(0), newPayment(9000), ...pays(9000)]
    expect(tell({ ...LOSSY, retry: 'auto', attempts: 2 }, inputs, 'attempt.sent')).toEqual([
      'You press Pay.',
      'The client retries: attempt 2.',
      'You press Pay for payment 2.',
      'The client retries for payment 2: attempt 2.',
    ])
  })

  it('says what is lost by hand', () => {
    const inputs = [...pays(0), drop(100, 'p1.a1.request'), ...pays(3000), drop(4200, 'p1.a2.response')]
    expect(tell({}, inputs, 'request.lost', 'response.lost')).toEqual([
      'You lose the request.',
      'You lose the answer.',
    ])
    expect(tell({ requestLoss: 1 }, pays(0), 'request.lost')).toEqual(['The request is lost.'])
  })

  it('says that an answer comes too late', () => {
    expect(told({ latency: '1500-1500' }, pays(0), 'response.delivered')).toEqual([
      ['response.delivered', 'A late answer to attempt 1 arrives after all: 201 Created.', 'unsure'],
    ])
  })

  it('calls no answer late that the 409 of its copy has overtaken', () => {
    expect(tell({ ...KEYED, duplicate: 1 }, pays(0), 'response.delivered')).toEqual([
      'The answer to the copy arrives: 409 Conflict.',
      'The answer arrives: 201 Created.',
    ])
  })

  it('says what the bank finds when it looks for a key', () => {
    const race = { ...KEYED, server: 'check-then-act' } as const
    expect(tell(race, pays(0, 500), 'store.read')).toEqual([
      'The bank looks for the key: not there.',
      'The bank knows this key: “processing”.',
    ])
    const swallowed = [...pays(0), newPayment(3000), { at: 3000, type: 'pay', amount: 1 } as const]
    expect(told({ keys: 'per-session' }, swallowed, 'store.read')).toEqual([
      ['store.read', 'The bank knows this key, but with another payload.', 'unsure'],
    ])
  })

  it('says that a card is declined', () => {
    const kinds = ['ledger.declined', 'response.delivered', 'payment.failed'] as const
    expect(told({ card: 'declined' }, pays(0), ...kinds)).toEqual([
      ['ledger.declined', 'The card is declined.', 'unsure'],
      ['response.delivered', 'The answer arrives: 402 Payment Required.', 'unsure'],
      ['payment.failed', 'You know now: not paid.', 'plain', 'detail'],
    ])
  })

  it.each<[object, string]>([
    [{ keys: 'off' }, 'You switch idempotency keys off, from the next payment.'],
    [{ keys: 'per-payment' }, 'You switch idempotency keys on, from the next payment.'],
    [
      { responseLoss: 0.3, requestLoss: 0.125 },
      'You set response drop rate to 30%, and set request drop rate to 12.5%.',
    ],
    [{ keys: 'per-attempt' }, 'You set key policy to “A new key per attempt”.'],
    [{ retry: 'auto' }, 'You switch automatic retries on.'],
    [{ amount: 2550 }, 'You set amount to $25.50.'],
    [{ timeout: 900 }, 'You set timeout to 900 ms.'],
    [{ latency: '5-10' }, 'You set latency, one way to 5-10 ms.'],
    [{ timeout: 2500 }, 'You set timeout to 2.5 s.'],
    [{ ttl: 3_600_000 }, 'You set time to live of a record to 1 h.'],
    [{ pause: 0 }, 'You set worker pause to never.'],
    [{ duplicate: 0.2, rateLimit: 0.1 }, 'You set duplicate rate to 20%, and set rate limit (429) to 10%.'],
    [{ attempts: 3 }, 'You set attempts at most to 3.'],
    [{}, 'You change no setting.'],
  ])('says that one sets %o', (settings, text) => {
    expect(tell({}, [set(0, settings)], 'settings.changed')).toEqual([text])
  })

  it.each([
    ['told-paid-means-charged', 'Broken promise: told “paid” means charged.'],
    ['money-conserved', 'Broken promise: money-conserved.'],
  ])('says that %s is broken', (promise, text) => {
    expect(brokenPromise(promise)).toBe(text)
  })
})

describe('what befalls the bank', () => {
  it.each<[string, object, Input[], EventKind[], string[]]>([
    [
      'a crash that is rolled back',
      { ...KEYED, crash: 'after-charge' },
      pays(0),
      ['server.crashed', 'server.restarted'],
      ['Worker 1 dies after tx.charge. Its transaction is rolled back.', 'Worker 1 is back.'],
    ],
    [
      'a crash before anything was done',
      { crash: 'before-charge' },
      pays(0),
      ['server.crashed'],
      ['Worker 1 dies before it has done anything.'],
    ],
    [
      'a crash that empties a memory',
      { ...KEYED, server: 'lua-get-or-claim', crash: 'before-charge', memory: 'per-instance' },
      pays(0),
      ['server.crashed'],
      ['Worker 1 dies after store.claim. Its own memory, with 1 record, is gone.'],
    ],
    [
      'a pause',
      { pause: 500 },
      pays(0),
      ['server.paused', 'server.resumed'],
      ['Worker 1 falls asleep before the charge.', 'Worker 1 wakes, and goes on as if no time had passed.'],
    ],
    [
      'an error that is saved and replayed',
      { ...KEYED, serverError: 'after-charge' },
      pays(0, 3000),
      ['server.failed', 'response.sent'],
      [
        'Something breaks: worker 1 will answer 500.',
        'The bank answers 500 Internal Server Error: something broke.',
        'The bank replays its saved answer: 500 Internal Server Error.',
      ],
    ],
    [
      'an error that is rolled back',
      { ...KEYED, serverError: 'after-charge', errorReplay: 'run-again' },
      pays(0),
      ['store.written'],
      [
        'The bank writes down the key: “processing”.',
        'The charge of $100 is staged, not yet committed.',
        'The transaction is rolled back: no charge, no key.',
      ],
    ],
    [
      'an error that is forgotten',
      { ...KEYED, server: 'saved-response', serverError: 'after-charge', errorReplay: 'run-again' },
      pays(0),
      ['store.written'],
      ['The bank writes down the key: “processing”.', 'The error is not saved: the bank forgets the key.'],
    ],
    [
      'a record that expires',
      { ...KEYED, ttl: 1000 },
      pays(0),
      ['record.expired'],
      ['The record of the key has expired: the bank forgets it.'],
    ],
    [
      'a lease that runs out',
      { ...KEYED, server: 'set-nx', lease: 200 },
      pays(0),
      ['store.written', 'record.expired'],
      [
        'The bank writes down the key: “processing”.',
        'The lease of the key runs out, whoever still works on it.',
        'The bank marks the key as done.',
        'The record of the key has expired: the bank forgets it.',
      ],
    ],
    [
      'a lock that is let go',
      { ...KEYED, server: 'lock-check-outside' },
      pays(0),
      ['store.written'],
      ['The bank locks the key.', 'The bank saves its answer beside the key.', 'The bank unlocks the key.'],
    ],
    [
      'a lock that ran out',
      { ...KEYED, server: 'lock-check-outside', lease: 200 },
      pays(0),
      ['store.written', 'record.expired'],
      [
        'The bank locks the key.',
        'The lease of the lock runs out, whoever still works under it.',
        'The bank saves its answer beside the key.',
        'Its lock has run out: there is nothing of its own to unlock.',
        'The record of the key has expired: the bank forgets it.',
      ],
    ],
    [
      'a lock that another has',
      { ...KEYED, server: 'lock-check-outside' },
      pays(0, 50),
      ['store.read', 'response.sent'],
      [
        'The bank looks for the key: not there.',
        'The bank looks for the key: not there.',
        'The key is locked: another request came first.',
        'The bank answers 409 Conflict: as far as it knows, the first request is still in flight.',
        'The bank answers 201 Created.',
      ],
    ],
    [
      'a key that is in the table',
      { ...KEYED, server: 'unique-409' },
      pays(0, 50),
      ['store.written', 'store.read', 'response.sent'],
      [
        'The bank inserts the key and commits it.',
        'The key is in the table already.',
        'The bank answers 409 Conflict: the key is there already.',
        'The bank answers 201 Created.',
      ],
    ],
    [
      'a key that the ledger knows',
      { ...KEYED, server: 'saved-response-downstream-key' },
      pays(0, 100),
      ['ledger.charged', 'store.read'],
      [
        'The bank knows this key: “processing”.',
        'The bank charges $100.',
        'The ledger knows this key: it charges nothing.',
      ],
    ],
    [
      'a key that is too long',
      { keys: 'too-long' },
      pays(0),
      ['response.sent'],
      ['The bank answers 400 Bad Request: the key is empty or too long.'],
    ],
    [
      'a key that is missing',
      { keyRequired: 'on' },
      pays(0),
      ['response.sent'],
      ['The bank answers 400 Bad Request: there must be a key.'],
    ],
    [
      'too many requests',
      { rateLimit: 1 },
      pays(0),
      ['response.sent', 'response.delivered'],
      [
        'The bank answers 429 Too Many Requests: it has not looked at the request.',
        'The answer arrives: 429 Too Many Requests.',
      ],
    ],
    [
      'a copy',
      { ...KEYED, duplicate: 1 },
      [...pays(0), drop(0, 'p1.a1.response.2')],
      ['request.duplicated', 'request.delivered', 'handler.started', 'response.sent', 'response.lost'],
      [
        'The network makes a copy of the request.',
        'Attempt 1 reaches the bank.',
        'Worker 1 starts on attempt 1.',
        'The copy of attempt 1 reaches the bank.',
        'Worker 2 starts on the copy of attempt 1.',
        'The bank answers the copy 409 Conflict: as far as it knows, the first request is still in flight.',
        'You lose the answer to the copy.',
        'The bank answers 201 Created.',
      ],
    ],
  ])('is told: %s', (_, settings, inputs, kinds, texts) => {
    const late = 'ttl' in settings ? settings : { ttl: 60_000, ...settings }
    expect(told(late, inputs, ...kinds).map(([, text]) => text)).toEqual(texts)
  })
})

/** Kinds of the contract that this world does not produce: only a request is duplicated. */
const NOT_YET: EventKind[] = ['response.duplicated']

describe('every sentence', () => {
  it('is written for every kind of event this world can produce', () => {
    const race = { ...KEYED, server: 'check-then-act' } as const
    const traces = [
      run(LOSSY, [...pays(0, 3000), newPayment(6000), set(7000, { retry: 'auto' })]),
      run({ ...CALM, ...race }, pays(0, 100)),
      run({ ...CALM, card: 'declined', requestLoss: 0.5, seed: 1 }, pays(0, 3000, 6000)),
      run({ ...CALM, requestLoss: 1 }, pays(0)),
      run(CALM, pays(0)),
      run({ ...CALM, ...KEYED, duplicate: 1, pause: 1, ttl: 100, serverError: 'after-charge' }, pays(0)),
      run({ ...CALM, crash: 'before-charge' }, pays(0)),
    ]
    const possible = EVENT_KINDS.filter(kind => !NOT_YET.includes(kind))
    for (const kind of possible) {
      const event = traces.flatMap(trace => eventsOf(trace, kind))[0]
      expect(event, kind).toBeDefined()
      if (event) expect(sentenceOf(event).text).toMatch(/^[A-Z].*\.$/)
    }
  })

  itHolds(
    'is a sentence, without undefined, NaN or an object, over random runs',
    { seed: 311, runs: 150 },
    fc.property(session, ({ settings, inputs }) => {
      for (const event of run(settings, inputs).events) {
        const { text, tone, detail } = sentenceOf(event)
        expect(text).toMatch(/^[A-Z].*[^ ]\.$/)
        expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity| {2}|\bfalse\b|\btrue\b/)
        expect(['plain', 'lost', 'safe', 'unsure']).toContain(tone)
        expect(detail).toBeTypeOf('boolean')
      }
    }),
  )

  it('is at least its kind for what later worlds may tell', () => {
    for (const kind of NOT_YET) {
      const event: TraceEvent = { id: 0, at: 0, actor: 'server', kind, cause: [] }
      expect(sentenceOf(event)).toEqual({ text: kind, tone: 'plain', detail: true })
    }
  })
})
