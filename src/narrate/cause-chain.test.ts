import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Input, type Settings, simulate, type Trace, type TraceEvent } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, eventsOf, pays, run } from '../sim/testing/run.ts'
import { drop, newPayment } from '../testing/inputs.ts'
import { type CauseChain, causeChain } from './cause-chain.ts'

const KEYED = { ...CALM, keys: 'per-payment' } as const
const unlucky = [drop(0, 'p1.a1.response'), ...pays(0, 3000)]

/** The chain of a run's newest charge. */
function chainOf(settings: Partial<Settings>, inputs: readonly Input[]): CauseChain {
  const trace = run(settings, inputs)
  const chain = causeChain(trace.events, eventsOf(trace, 'ledger.charged').at(-1)?.id ?? -1)
  if (!chain) throw new Error('Nothing was charged twice.')
  return chain
}

const kindsOf = ({ links }: CauseChain) => links.map(({ event }) => event.kind)
const AGAIN = [
  'attempt.sent',
  'ledger.charged',
  'response.lost',
  'attempt.timedOut',
  'attempt.sent',
  'ledger.charged',
]

describe('the shortest chain of causes of a double charge', () => {
  it.each<[string, Partial<Settings>, readonly Input[], string[]]>([
    ['a lost answer and a press', CALM, unlucky, AGAIN],
    ['a lost answer and an automatic retry', { ...CALM, retry: 'auto' }, unlucky.slice(0, 2), AGAIN],
    ['a new key per attempt', { ...CALM, keys: 'per-attempt' }, unlucky, AGAIN],
    ['two memories', { ...KEYED, server: 'lua-get-or-claim', memory: 'per-instance' }, unlucky, AGAIN],
    [
      'an answer that comes too late',
      { ...CALM, timeout: 1500 },
      pays(0, 1600),
      [
        'attempt.sent',
        'ledger.charged',
        'response.sent',
        'attempt.timedOut',
        'attempt.sent',
        'ledger.charged',
      ],
    ],
    [
      'a crash between charge and record',
      { ...KEYED, server: 'charge-then-record', crash: 'after-charge' },
      pays(0, 3000),
      [
        ...['attempt.sent', 'store.read', 'ledger.charged', 'server.crashed', 'attempt.timedOut'],
        ...['attempt.sent', 'store.read', 'ledger.charged'],
      ],
    ],
    [
      'an expired key',
      { ...KEYED, ttl: 1000 },
      unlucky,
      [
        ...['attempt.sent', 'store.written', 'ledger.charged', 'record.expired'],
        ...['attempt.sent', 'store.written', 'ledger.charged'],
      ],
    ],
  ])('leads from one charge to the next: %s', (_, settings, inputs, kinds) => {
    const chain = chainOf(settings, inputs)
    expect(chain.form).toBe('one after the other')
    expect(kindsOf(chain)).toEqual(kinds)
  })

  it.each<[string, Partial<Settings>, readonly Input[], string[]]>([
    [
      'a request delivered twice',
      { ...CALM, duplicate: 1 },
      pays(0),
      ['attempt.sent', 'request.duplicated', 'ledger.charged', 'ledger.charged'],
    ],
    [
      'two presses at once',
      CALM,
      pays(0, 300),
      ['attempt.sent', 'attempt.sent', 'ledger.charged', 'ledger.charged'],
    ],
    [
      'two looks before either writes',
      { ...KEYED, server: 'check-then-act' },
      pays(0, 50),
      [
        ...['attempt.sent', 'attempt.sent', 'store.read', 'store.read', 'store.written', 'store.written'],
        ...['ledger.charged', 'ledger.charged'],
      ],
    ],
    [
      'a lease that runs out',
      { ...KEYED, server: 'set-nx', lease: 1000, pause: 4000 },
      pays(0, 3000),
      [
        ...['attempt.sent', 'store.written', 'server.paused', 'record.expired', 'attempt.sent'],
        ...['store.written', 'ledger.charged', 'server.resumed', 'ledger.charged'],
      ],
    ],
  ])('shows both sides where neither led to the other: %s', (_, settings, inputs, kinds) => {
    const chain = chainOf(settings, inputs)
    expect(chain.form).toBe('side by side')
    expect(kindsOf(chain)).toEqual(kinds)
  })

  it('names the copy where a record ran out between a request and its copy', () => {
    const chain = chainOf({ ...KEYED, ttl: 100, duplicate: 1, latency: '0-1500', seed: 7 }, pays(0))
    expect(kindsOf(chain)).toEqual([
      ...['attempt.sent', 'request.duplicated', 'store.written', 'ledger.charged', 'record.expired'],
      ...['store.written', 'ledger.charged'],
    ])
  })

  it('says each in the words of the event list, with the charges marked', () => {
    expect(chainOf(CALM, unlucky).links.map(({ text, role }) => [text, role])).toEqual([
      ['You press Pay.', 'cause'],
      ['The bank charges $100.', 'charge before'],
      ['You lose the answer.', 'cause'],
      ['No answer: timed out.', 'cause'],
      ['You press Pay again: attempt 2.', 'cause'],
      ['The bank charges $100 a second time.', 'charge again'],
    ])
  })

  it('leads a third charge back to the second', () => {
    const { links } = chainOf({ ...CALM, responseLoss: 1 }, pays(0, 3000, 6000))
    const charges = links.filter(({ event }) => event.kind === 'ledger.charged')
    expect(charges.map(({ event, role }) => [event.data?.number, role])).toEqual([
      [2, 'charge before'],
      [3, 'charge again'],
    ])
  })

  it('is none for a first charge, for another event, or for none', () => {
    const trace = run(CALM, [...pays(0), newPayment(3000), ...pays(3000)])
    const charges = eventsOf(trace, 'ledger.charged')
    expect(charges).toHaveLength(2)
    for (const { id } of charges) expect(causeChain(trace.events, id)).toBeNull()
    expect(causeChain(trace.events, 0)).toBeNull()
    expect(causeChain(trace.events, trace.events.length)).toBeNull()
  })
})

/** Distances from an event to all its ancestors, by relaxing until nothing changes: slow, and plainly right. */
function distances(events: readonly TraceEvent[], from: number): number[] {
  const found = events.map(({ id }) => (id === from ? 0 : Number.POSITIVE_INFINITY))
  for (let changed = true; changed; ) {
    changed = false
    for (const { id, cause } of events) {
      for (const each of cause) {
        const through = (found[id] ?? 0) + 1
        if (through >= (found[each] ?? 0)) continue
        found[each] = through
        changed = true
      }
    }
  }
  return found
}

const chargesAgainIn = ({ events }: Trace) =>
  events.filter(({ kind, data }) => kind === 'ledger.charged' && Number(data?.number) > 1)

function checkChain({ events }: Trace, charge: TraceEvent): void {
  const chain = causeChain(events, charge.id)
  if (!chain) throw new Error(`Charge ${charge.id} has no chain.`)
  const { links, ways, form } = chain
  for (const way of ways) {
    way.slice(1).forEach((id, index) => {
      expect(events[id]?.cause).toContain(way[index])
    })
  }
  const before = links.find(({ role }) => role === 'charge before')?.event
  expect(before).toMatchObject({ kind: 'ledger.charged', payment: charge.payment })
  expect(links.at(-1)).toMatchObject({ event: charge, role: 'charge again' })
  expect(links[0]?.event).toMatchObject({ kind: 'attempt.sent' })
  expect(links.map(({ event }) => event.id)).toEqual(
    [...new Set(links.map(({ event }) => event.id))].sort((a, b) => a - b),
  )
  const [main = []] = ways
  expect(events[main[0] ?? -1]).toMatchObject({ kind: 'payment.opened', payment: charge.payment })
  expect(main.at(-1)).toBe(charge.id)
  const toCharge = distances(events, charge.id)
  const toBefore = distances(events, before?.id ?? -1)
  const opened = main[0] ?? -1
  if (form === 'one after the other') {
    expect(main.length - 1).toBe((toCharge[before?.id ?? -1] ?? 0) + (toBefore[opened] ?? 0))
    expect(main).toContain(before?.id)
    return
  }
  const earlier = events.filter(
    ({ id, kind, payment }) => id < charge.id && kind === 'ledger.charged' && payment === charge.payment,
  )
  expect(earlier.filter(({ id }) => Number.isFinite(toCharge[id]))).toEqual([])
  const common = ways[1]?.[0] ?? -1
  const own = new Set([opened])
  for (const { id, cause } of events) if (cause.some(each => own.has(each))) own.add(id)
  const sums = events.map(({ id }) =>
    own.has(id) ? (toCharge[id] ?? 0) + (toBefore[id] ?? 0) : Number.POSITIVE_INFINITY,
  )
  expect(sums[common]).toBe(Math.min(...sums))
  expect(main.length - 1).toBe((toCharge[common] ?? 0) + (distances(events, common)[opened] ?? 0))
  expect((ways[1]?.length ?? 0) - 1).toBe(toBefore[common])
}

const KEPT = [
  'response.lost',
  'request.lost',
  'attempt.timedOut',
  'attempt.sent',
  'request.duplicated',
  'server.crashed',
  'record.expired',
]

describe('a chain of causes in random runs', () => {
  itHolds(
    'is a real way, as short as brute force finds one, from a press to the charge',
    { seed: 401, runs: 150 },
    fc.property(session, drawn => {
      const trace = simulate(drawn)
      for (const charge of chargesAgainIn(trace).slice(0, 3)) checkChain(trace, charge)
    }),
  )

  itHolds(
    'leaves out nothing that made it happen',
    { seed: 402, runs: 150 },
    fc.property(session, drawn => {
      const { events } = simulate({ ...drawn, settings: { ...drawn.settings, card: 'ok' } })
      for (const { id } of events) {
        const chain = causeChain(events, id)
        const told = chain?.links.map(({ event }) => event.id)
        for (const on of chain?.ways.flat() ?? [])
          if (KEPT.includes(events[on]?.kind ?? '')) expect(told).toContain(on)
      }
    }),
  )

  it('are many enough to mean something (seed 401)', () => {
    const drawn = fc.sample(session, { seed: 401, numRuns: 150 })
    const forms = drawn.flatMap(each => {
      const trace = simulate(each)
      return chargesAgainIn(trace).map(({ id }) => causeChain(trace.events, id)?.form)
    })
    expect(forms.filter(form => form === 'side by side').length).toBeGreaterThan(10)
    expect(forms.filter(form => form === 'one after the other').length).toBeGreaterThan(10)
  })
})
