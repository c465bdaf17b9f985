import { describe, expect, it } from 'vitest'
import { key } from './key.ts'
import type { Answer } from './server/answer.ts'
import type { Work } from './server/worker.ts'
import { workOf } from './server/worker.ts'
import type { State } from './state.ts'
import { Scene } from './testing/scene.ts'

/** A part of a state, by its path, and the part put in its place. */
type Change = readonly [what: string, change: (state: State) => State]

const first = <T>([head]: readonly T[]): T => {
  if (head === undefined) throw new Error('There is none.')
  return head
}

const payment = (change: Partial<State['payments'][number]>) => (state: State) => ({
  ...state,
  payments: [{ ...first(state.payments), ...change }, ...state.payments.slice(1)],
})

const flying = (change: object) => (state: State) => ({
  ...state,
  wires: [{ ...first(state.wires), ...change } as State['wires'][number], ...state.wires.slice(1)],
})

const working = (change: Partial<Work>) => (state: State) => {
  const work = workOf(state.workers[0])
  if (!work) throw new Error('Nobody works.')
  return { ...state, workers: [{ ...work, ...change }, ...state.workers.slice(1)] }
}

const remembered = (change: Partial<State['store'][string]>) => (state: State) => {
  const [name, record] = first(Object.entries(state.store))
  return { ...state, store: { ...state.store, [name]: { ...record, ...change } } }
}

const charged = (change: Partial<State['ledger']['charges'][number]>) => (state: State) => ({
  ...state,
  ledger: {
    ...state.ledger,
    charges: [{ ...first(state.ledger.charges), ...change }, ...state.ledger.charges.slice(1)],
  },
})

const says = (status: number): Answer => ({ status, headers: {}, body: {}, text: '' })

const KEYED = { keys: 'per-payment', server: 'saved-response' } as const

/** Two attempts on the wires, nothing begun. */
const sent = () => new Scene(KEYED).pay().pay().state
/** The first attempt has looked at its key, which was not there, and is about to remember it. */
const begun = () => new Scene(KEYED).pay().pay().deliver('p1.a1.request').step(1, 1).state
/** The first attempt is charged, its answer saved and under way. */
const answered = () => new Scene(KEYED).pay().pay().serve(1, 1).state
/** As that, by the strategy that hands its key on downstream. */
const downstream = () =>
  new Scene({ ...KEYED, server: 'saved-response-downstream-key' }).pay().pay().serve(1, 1).state

/** Every pair in the table, the untouched state included, must have keys of its own. */
function keysOf(state: State, changes: readonly Change[]): string[] {
  return [key(state), ...changes.map(([, change]) => key(change(state)))]
}

const seen = (change: object) => [{ differs: false, running: false, ...change }]
const staged = (change: object) => [{ id: 'ch_1_1', amount: 100, declined: false, failed: false, ...change }]

const withSettings = (settings: object) => (state: State) => ({
  ...state,
  settings: { ...state.settings, ...settings },
})

const charges = (count: number) => (state: State) => ({
  ...state,
  ledger: {
    ...state.ledger,
    charges: Array.from({ length: count }, () => first(answered().ledger.charges)),
  },
})

const TELLING: readonly (readonly [string, () => State, readonly Change[]])[] = [
  [
    'a payment',
    sent,
    [
      ['amount', payment({ amount: 500 })],
      ['keys', payment({ keys: 'off' })],
      ['card', payment({ card: 'declined' })],
      ['closed', payment({ closed: true })],
      ['given up', payment({ closed: true, gaveUp: true })],
      ['belief', payment({ belief: 'unknown' })],
      ['paid', payment({ belief: 'paid' })],
      ['an attempt more', payment({ attempts: ['info', 'pending', 'pending'] })],
      ['an attempt that failed', payment({ attempts: ['fail', 'pending'] })],
      ['the other attempt that failed', payment({ attempts: ['pending', 'fail'] })],
    ],
  ],
  [
    'messages on the wires',
    sent,
    [
      ['attempt', flying({ attempt: 3 })],
      ['payment', flying({ payment: 2 })],
      ['duplicated', flying({ duplicated: true })],
      ['an answer', flying({ kind: 'response', answer: says(201) })],
      ['another answer', flying({ kind: 'response', answer: says(409) })],
      ['one less', state => ({ ...state, wires: state.wires.slice(1) })],
      ['none', state => ({ ...state, wires: [] })],
    ],
  ],
  [
    'the settings',
    sent,
    [
      ['a record that lives for 1234 ms', withSettings({ ttl: 1234 })],
      ['one digit here', withSettings({ ttl: 1, lease: 2345 })],
      ['the same digit there', withSettings({ ttl: 12, lease: 345 })],
    ],
  ],
  [
    'the workers',
    begun,
    [
      ['idle', state => ({ ...state, workers: [null, null] })],
      ['down', state => ({ ...state, workers: ['down', null] })],
      ['the other down', state => ({ ...state, workers: [first(state.workers), 'down'] })],
      ['asleep', working({ asleep: true })],
      ['asleep without a result', working({ asleep: true, results: [] })],
      ['another handler', working({ handler: 'one-transaction' })],
      ['no result yet', working({ results: [] })],
      ['true', working({ results: [true] })],
      ['false', working({ results: [false] })],
      ['two results', working({ results: [null, null] })],
      ['a charge', working({ results: staged({}) })],
      ['a declined charge', working({ results: staged({ declined: true }) })],
      ['a failed charge', working({ results: staged({ failed: true }) })],
      ['a key seen', working({ results: seen({}) })],
      ['a key seen with another payload', working({ results: seen({ differs: true }) })],
      ['a key in flight', working({ results: seen({ running: true }) })],
      ['a saved answer', working({ results: seen({ answer: says(201) }) })],
      ['another saved answer', working({ results: seen({ answer: says(500) }) })],
    ],
  ],
  [
    'what waits for a worker',
    sent,
    [1, 2, 12].map(
      (count): Change => [
        `${count} requests`,
        state => ({ ...state, inbox: Array.from({ length: count }, () => first(state.wires) as never) }),
      ],
    ),
  ],
  [
    'the records',
    answered,
    [
      ['status', remembered({ status: 'processing' })],
      ['life', remembered({ life: 'lease' })],
      ['fingerprint', remembered({ fingerprint: 'another' })],
      ['answer', remembered({ answer: says(500) })],
      ['no record', state => ({ ...state, store: {} })],
      [
        'another name',
        ({ store, ...state }) => ({ ...state, store: { other: first(Object.values(store)) } }),
      ],
      [
        'two records',
        ({ store, ...state }) => ({ ...state, store: { ...store, other: first(Object.values(store)) } }),
      ],
    ],
  ],
  ['how often a payment was charged', answered, [0, 2, 3].map(count => [`${count} times`, charges(count)])],
  [
    'the ledger',
    downstream,
    [
      ['the key handed on', charged({ key: 'another' })],
      ['no key', charged({ key: null })],
      ['another payment', charged({ payment: 2 })],
      ['no charge', state => ({ ...state, ledger: { ...state.ledger, charges: [] } })],
      [
        'a charge twice',
        ({ ledger, ...state }) => ({
          ...state,
          ledger: { ...ledger, charges: [...ledger.charges, ...ledger.charges] },
        }),
      ],
    ],
  ],
]

describe('the key of a state tells apart, in pairs,', () => {
  it.each(TELLING)('%s', (_, opening, changes) => {
    const keys = keysOf(opening(), changes)
    const names = ['as it was', ...changes.map(([what]) => what)]
    const alike = keys.flatMap((text, index) => {
      const other = keys.indexOf(text)
      return other < index ? [`${names[other]} = ${names[index]}`] : []
    })
    expect(alike).toEqual([])
  })
})

const IGNORED: readonly (readonly [string, () => State, Change[1]])[] = [
  ['whether an old attempt is still waited for', sent, payment({ attempts: ['pending', 'pending'] })],
  [
    'the attempts of a payment that is paid',
    () => payment({ belief: 'paid' })(sent()),
    payment({ attempts: ['ok', 'fail', 'info'] }),
  ],
  ['which of two copies a message is', sent, flying({ id: 'p1.a1.request.2', copy: 2 })],
  ['the id of a charge', downstream, charged({ id: 'ch_1_2' })],
  [
    'which of two workers is down',
    () => ({ ...begun(), workers: ['down', null] }),
    state => ({ ...state, workers: [null, 'down'] }),
  ],
  [
    'the order in which records were written',
    () => {
      const state = answered()
      return { ...state, store: { ...state.store, a: first(Object.values(state.store)) } }
    },
    state => ({ ...state, store: Object.fromEntries(Object.entries(state.store).reverse()) }),
  ],
  [
    'the order in which keys were handed on',
    () => {
      const state = downstream()
      const charge = first(state.ledger.charges)
      return { ...state, ledger: { ...state.ledger, charges: [charge, { ...charge, key: 'another' }] } }
    },
    ({ ledger, ...state }) => ({ ...state, ledger: { ...ledger, charges: ledger.charges.toReversed() } }),
  ],
]

describe('the key of a state ignores', () => {
  it.each(IGNORED)('%s', (_, opening, change) => {
    const state = opening()
    expect(key(change(state))).toBe(key(state))
  })
})

describe('a worker', () => {
  const twoAtWork = (memory: 'shared' | 'per-instance') =>
    new Scene({ ...KEYED, memory }).pay().pay().deliver('p1.a1.request').step(1, 1).deliver('p1.a2.request')
      .state
  const swapped = (state: State) => ({ ...state, workers: state.workers.toReversed() })

  it('with a memory of its own is not interchangeable, with a shared one it is', () => {
    const [own, shared] = [twoAtWork('per-instance'), twoAtWork('shared')]
    expect(key(swapped(own))).not.toBe(key(own))
    expect(key(swapped(shared))).toBe(key(shared))
  })

  it('that holds the lock of its key is told from one whose lock another has taken over', () => {
    const scene = new Scene({ keys: 'per-payment', server: 'lock-check-outside' })
    const { state } = scene.pay().pay().deliver('p1.a1.request').step(1, 1).step(1, 1)
    const holder = Object.values(state.store).find(({ owner }) => owner)?.owner
    expect(holder).toBe('p1.a1.request')
    const taken = remembered({ owner: 'p1.a2.request' })(state)
    const [freed, held] = [taken, state].map(working({ results: [] })).map(key)
    expect(new Set([key(taken), key(state), freed, held]).size).toBe(4)
  })
})
