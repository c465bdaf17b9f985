import { describe, expect, it } from 'vitest'
import { verdictOf } from '../narrate/verdict.ts'
import { balanceOf, checkSession, isReplayed, simulate, type TraceEvent, traceHash } from '../sim/index.ts'
import { chargesIn, lastState } from '../sim/testing/run.ts'
import { GROUPS, SCENARIOS, type Scenario } from './scenarios.ts'
import { OUTCOMES } from './testing/outcomes.ts'

const runOf = ({ session }: Pick<Scenario, 'session'>) => simulate(checkSession(session))

/** An event as the outcomes write it: kind, payment and attempt, and what its point hangs on. */
function told({ kind, payment, attempt, worker, data = {}, response }: TraceEvent): string {
  const whose = [payment, attempt && `a${attempt}`].filter(Boolean).join('.')
  const replayed = kind === 'response.sent' && response && isReplayed(response) && 'replayed'
  const seen = kind.startsWith('store.') || kind === 'record.expired' ? (data.found ?? data.status) : ''
  const started = kind === 'handler.started' && worker
  const more = [seen, started, response?.status, replayed, data.late && 'late', data.differs && 'differs']
  return [kind, whose, ...more].filter(Boolean).join(' ')
}

/** What is left of a story when the events have been gone through: nothing, if it happened in this order. */
function untold(story: readonly string[], events: readonly TraceEvent[]): readonly string[] {
  let rest = story
  for (const event of events) if (told(event) === rest[0]) rest = rest.slice(1)
  return rest
}

describe('the scenarios', () => {
  it('each have an outcome here, in the order of the gallery', () => {
    expect(OUTCOMES.map(({ id }) => id)).toEqual(SCENARIOS.map(({ id }) => id))
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length)
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(14)
  })

  it('stand in groups, one after the other', () => {
    const groups = SCENARIOS.map(({ group }) => group)
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual(GROUPS)
  })
})

describe.each(SCENARIOS)('$title', ({ id, title, question, notice, session }) => {
  const outcome = OUTCOMES.find(candidate => candidate.id === id)
  const trace = runOf({ session })
  const state = lastState(trace)

  it('has an id for the address, asks in one line and says in one sentence what to notice', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(title).toMatch(/^[A-Z].{4,40}[^.]$/)
    expect(question).toMatch(/^[A-Z].{10,98}\?$/)
    expect(notice).toMatch(/^[A-Z][^.?]{20,110}\.$/)
  })

  it('ends as pinned', () => {
    expect({
      id,
      charges: state.payments.map((_, index) => chargesIn(trace, index + 1)),
      beliefs: state.payments.map(({ belief }) => belief),
      balance: balanceOf(state),
      broken: trace.events
        .filter(({ kind }) => kind === 'promise.broken')
        .map(({ data, payment }) => `${data?.promise} ${payment}`),
      headline: verdictOf(state, trace.events).headline,
      hash: traceHash(trace.events),
    }).toEqual({ ...outcome, story: undefined })
  })

  it('happens in the order that makes its point', () => {
    expect(untold(outcome?.story ?? ['a story'], trace.events)).toEqual([])
  })

  it('is short: at most six inputs and ten seconds', () => {
    expect(session.inputs.length).toBeLessThanOrEqual(6)
    expect(trace.endMs).toBeLessThanOrEqual(10_000)
  })
})

/** What a person sees of a payment, counted from its first press. */
function seenOf(payment: string, events: readonly TraceEvent[]) {
  const own = events.filter(({ actor }) => actor === 'person' || actor === 'client')
  const seen = own.filter(event => event.payment === payment)
  return seen.map(({ kind, at, attempt }) => ({ kind, attempt, afterMs: at - (seen[0]?.at ?? 0) }))
}

describe('what the scenarios claim beyond their outcomes', () => {
  const eventsOf = (id: string, changes: object = {}) => {
    const scenario = SCENARIOS.find(candidate => candidate.id === id)
    if (!scenario) throw new Error(`There is no scenario ${id}.`)
    const { settings, inputs } = scenario.session
    return runOf({ session: { settings: { ...settings, ...changes }, inputs } }).events
  }
  const kindsOf = (id: string, kind: string, changes: object = {}) =>
    eventsOf(id, changes).filter(event => event.kind === kind)

  it('to the person a lost request and a lost answer are the same, to the millisecond', () => {
    const events = eventsOf('request-or-answer')
    expect(seenOf('p1', events)).toHaveLength(5)
    expect(seenOf('p2', events)).toEqual(seenOf('p1', events))
  })

  it('the ghost with a key meets the very luck of the ghost', () => {
    const lost = (id: string) => kindsOf(id, 'response.lost').map(({ message }) => message)
    expect(lost('ghost-with-key')).toEqual(lost('ghost'))
    const latency = (id: string) => kindsOf(id, 'attempt.sent')[0]?.data?.latencyMs
    expect(latency('ghost-with-key')).toBe(latency('ghost'))
  })

  it('a declined card is asked once', () => {
    expect(kindsOf('declined-card', 'ledger.declined')).toHaveLength(1)
  })

  it('a new key per attempt is worth exactly as much as none', () => {
    expect(kindsOf('key-per-attempt', 'ledger.charged', { keys: 'off' })).toHaveLength(2)
  })

  // The one thing each title names is to blame: without it the payment is charged once.
  it.each<[string, object]>([
    ['overtaken', { keys: 'per-payment' }],
    ['duplicated-delivery', { keys: 'per-payment' }],
    ['double-click', { keys: 'per-payment' }],
    ['key-per-attempt', { keys: 'per-payment' }],
    ['expired-key', { ttl: 86_400_000 }],
    ['crash-before-record', { crash: 'none' }],
    ['crash-before-record', { server: 'one-transaction' }],
    ['check-then-act', { server: 'one-transaction' }],
    ['another-instance', { memory: 'shared' }],
    ['pause-outlives-lease', { lease: 10_000 }],
    ['orphaned-claim', { crash: 'none' }],
  ])('%s with %o charges once', (id, changes) => {
    expect(kindsOf(id, 'ledger.charged', changes)).toHaveLength(1)
  })

  it('one key for everything is to blame for a purchase that nobody charged', () => {
    expect(kindsOf('key-per-session', 'ledger.charged', { keys: 'per-payment' })).toHaveLength(2)
    expect(kindsOf('another-amount', 'ledger.charged', { keys: 'per-payment' })).toHaveLength(2)
  })
})
