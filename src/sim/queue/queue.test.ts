import { describe, expect, it } from 'vitest'
import { applyToWindow, openWindow, WINDOW_MINUTES, type WindowChoice } from './dedup-window.ts'
import { applyToProducer, openProducer, type ProducerChoice, producerChoices } from './producer.ts'
import {
  applyToQueue,
  type Dedup,
  isAtMostOnce,
  isNotLost,
  isSettled,
  MAX_DELIVERIES,
  openQueue,
  type QueueChoice,
  type QueueState,
  queueChoices,
} from './queue.ts'
import { playSchedule, type ScheduleName } from './schedule.ts'
import {
  applyToTransaction,
  IDLE_TRANSACTION,
  type TransactionChoice,
  type TransactionState,
  transactionChoices,
} from './transaction.ts'

/** Every state that can be reached, by its text. */
function reachable<State, Choice>(
  start: State,
  choicesOf: (state: State) => readonly Choice[],
  apply: (state: State, choice: Choice) => State | null,
): State[] {
  const found = new Map([[JSON.stringify(start), start]])
  for (const state of found.values())
    for (const choice of choicesOf(state)) {
      const next = apply(state, choice)
      if (next !== null && !found.has(JSON.stringify(next))) found.set(JSON.stringify(next), next)
    }
  return [...found.values()]
}

const DEDUPS: Dedup[] = ['none', 'after', 'before', 'together']

describe('a queue, every schedule explored', () => {
  const states = Object.fromEntries(
    DEDUPS.map(dedup => [dedup, reachable(openQueue(dedup), queueChoices, applyToQueue)]),
  ) as Record<Dedup, QueueState[]>

  it('has these many states', () => {
    expect(DEDUPS.map(dedup => states[dedup].length)).toEqual([8014, 34358, 1862, 1302])
  })

  it.each<[Dedup, boolean, boolean]>([
    ['none', false, true],
    ['after', false, true],
    ['before', true, false],
    ['together', true, true],
  ])('with dedup %s: at most once %s, never lost %s', (dedup, atMostOnce, neverLost) => {
    expect(states[dedup].every(isAtMostOnce)).toBe(atMostOnce)
    expect(states[dedup].every(isNotLost)).toBe(neverLost)
  })

  it.each(DEDUPS)('with dedup %s it may be delivered more than once, and always comes to an end', dedup => {
    expect(Math.max(...states[dedup].map(({ deliveries }) => deliveries))).toBe(MAX_DELIVERIES)
    const stuck = states[dedup].filter(state => queueChoices(state).length === 0)
    expect(stuck.length).toBeGreaterThan(0)
    expect(stuck.every(isSettled)).toBe(true)
  })

  it('with both in one transaction ends charged exactly once, always', () => {
    const ends = states.together.filter(isSettled)
    expect(ends.every(({ charges }) => charges.length === 1)).toBe(true)
  })

  it('does what is listed and nothing else', () => {
    const all: QueueChoice[] = (['deliver', 'work', 'crash', 'acknowledge', 'lose'] as const).flatMap(kind =>
      (['A', 'B'] as const).map(consumer => ({ kind, consumer })),
    )
    const names = [...all, { kind: 'time-out' } as const]
    for (const state of states.after) {
      const listed = queueChoices(state)
        .map(choice => JSON.stringify(choice))
        .sort()
      const done = names
        .filter(choice => applyToQueue(state, choice))
        .map(choice => JSON.stringify(choice))
        .sort()
      expect(done).toEqual(listed)
    }
  })
})

describe('a named schedule', () => {
  const charges = (name: ScheduleName) =>
    DEDUPS.map(dedup => playSchedule(name, dedup).at(-1)?.state.charges.length)
  it.each<[ScheduleName, number[]]>([
    // none, after, before, together
    ['crash-before', [1, 1, 0, 1]],
    ['crash-after', [2, 2, 1, 1]],
    ['lost-acknowledgement', [2, 1, 1, 1]],
    ['slow-consumer', [2, 2, 1, 1]],
  ])('%s charges none, after, before, together: %j', (name, expected) => {
    expect(charges(name)).toEqual(expected)
  })
  it('delivers twice', () => {
    for (const dedup of DEDUPS)
      for (const name of ['crash-before', 'crash-after', 'lost-acknowledgement', 'slow-consumer'] as const)
        expect(playSchedule(name, dedup).at(-1)?.state.deliveries).toBe(2)
  })
})

describe('a producer', () => {
  function logAfter(isIdempotent: boolean, ...choices: ProducerChoice[]) {
    let state = openProducer(isIdempotent)
    const broker: string[] = []
    for (const choice of choices) {
      const next = applyToProducer(state, choice)
      if (!next) throw new Error(`It may not ${choice}.`)
      state = next.state
      broker.push(next.broker)
    }
    return { entries: state.log.map(({ producer, sequence }) => `${producer}.${sequence}`), broker, state }
  }
  it('has its own retries dropped', () => {
    const { entries, broker } = logAfter(true, 'send', 'retry')
    expect([entries, broker]).toEqual([['1.0'], ['appended', 'dropped']])
  })
  it('without idempotence has them appended', () => {
    expect(logAfter(false, 'send', 'retry').entries).toEqual(['1.0', '1.0'])
  })
  it('has a second send of the application appended', () => {
    expect(logAfter(true, 'send', 'send-again').entries).toEqual(['1.0', '1.1'])
  })
  it('after a restart is another producer', () => {
    expect(logAfter(true, 'send', 'restart', 'send-again').entries).toEqual(['1.0', '2.0'])
  })
  it('may do what is listed, up to a limit', () => {
    expect(producerChoices(openProducer(true))).toEqual(['send'])
    expect(applyToProducer(openProducer(true), 'retry')).toBeNull()
    const full = logAfter(true, 'send', ...Array.from({ length: 7 }, () => 'send-again' as const)).state
    expect(producerChoices(full)).toEqual(['restart'])
  })
})

describe('a deduplication window', () => {
  function deliveries(...choices: WindowChoice[]) {
    let state = openWindow()
    return choices.map(choice => {
      const next = applyToWindow(state, choice)
      if (!next) return 'refused'
      state = next.state
      return next.isDelivered
    })
  }
  const send = { kind: 'send', id: 'pay-1' } as const
  const wait = (minutes: number) => ({ kind: 'wait', minutes }) as const
  it('lets one through, and not its copy, until five minutes have passed', () => {
    expect(deliveries(send, send, wait(WINDOW_MINUTES - 1), send, wait(1), send)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ])
  })
  it('knows another id as another message', () => {
    expect(deliveries(send, { kind: 'send', id: 'pay-2' })).toEqual([true, true])
  })
  it('has limits', () => {
    expect(deliveries(wait(61))).toEqual(['refused'])
    const ids = Array.from({ length: 13 }, (_, index) => ({ kind: 'send', id: `${index}` }) as const)
    expect(deliveries(...ids).at(-1)).toBe('refused')
  })
})

describe('a transaction of the log, every schedule explored', () => {
  const states = reachable<TransactionState, TransactionChoice>(
    IDLE_TRANSACTION,
    transactionChoices,
    applyToTransaction,
  )
  const ends = states.filter(state => transactionChoices(state).length === 0)
  it('shows one receipt at the end, whatever crashes', () => {
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.every(({ receipts, isRead }) => receipts === 1 && isRead)).toBe(true)
    expect(states.every(({ receipts }) => receipts <= 1)).toBe(true)
  })
  it('does not hold for the card', () => {
    expect([...new Set(ends.map(({ charges }) => charges))].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
  it('does what is listed and nothing else', () => {
    for (const state of states)
      for (const choice of ['begin', 'charge', 'write', 'commit', 'crash'] as const)
        expect(applyToTransaction(state, choice) !== null).toBe(transactionChoices(state).includes(choice))
  })
})
