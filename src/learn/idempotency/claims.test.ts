// Each sentence of the chapter that the lab can show, held by the world the lab runs.
import { describe, expect, it } from 'vitest'
import {
  applyToProducer,
  applyToQueue,
  applyToTransaction,
  applyToWindow,
  chainOf,
  type Dedup,
  IDLE_TRANSACTION,
  isSettled,
  openProducer,
  openQueue,
  openWindow,
  type ProducerChoice,
  parseExpression,
  playSchedule,
  type QueueChoice,
  type QueueState,
  queueChoices,
  type ScheduleName,
  survey,
  type TransactionChoice,
  TWO_USERS,
  type WindowChoice,
} from '../../sim/index.ts'
import { comparisonInWords, subjectInWords, surveyInWords, timesName } from './operation-words.ts'
import { PRESETS, presetOf } from './presets.ts'
import { movesOf } from './queue-moves.ts'
import { choiceInWords, DEDUPS, often, stepInWords } from './queue-words.ts'

const isIdempotent = (id: string) => survey(presetOf(id).operation).counterexample === null
const endOf = (name: ScheduleName, dedup: Dedup) => playSchedule(name, dedup).at(-1)?.state

/** Every state of the queue that some schedule reaches. */
function reachable(dedup: Dedup): QueueState[] {
  const start = openQueue(dedup)
  const found = new Map([[JSON.stringify(start), start]])
  for (const state of found.values())
    for (const choice of queueChoices(state)) {
      const next = applyToQueue(state, choice)
      if (next) found.set(JSON.stringify(next), next)
    }
  return [...found.values()]
}

it('claim: assignment is idempotent, increment is not', () => {
  expect([isIdempotent('5'), isIdempotent('x + 1')]).toEqual([true, false])
})

it('claim: rows are deleted once, and inserted each time', () => {
  expect([isIdempotent('delete'), isIdempotent('insert')]).toEqual([true, false])
})

it.each<[ScheduleName, number[]]>([
  ['crash-after', [1, 2]],
  ['lost-acknowledgement', [1, 2]],
  // The second delivery charges first: the first was slow.
  ['slow-consumer', [2, 1]],
])('claim: redelivered work is done twice: %s, by deliveries %j', (name, charges) => {
  expect(endOf(name, 'none')?.charges).toEqual(charges)
})

it('claim: square passes at −1, 0 and 1 of −20 to 20', () => {
  const { operation } = presetOf('x * x')
  const passes = Array.from({ length: 41 }, (_, index) => index - 20).filter(x => {
    const [, once, twice] = chainOf(operation, { kind: 'x', x }, 2)
    return JSON.stringify(once) === JSON.stringify(twice)
  })
  expect(passes).toEqual([-1, 0, 1])
})

it('claim: note-after charges twice where it crashes between', () => {
  expect(endOf('crash-after', 'after')?.charges).toHaveLength(2)
})

it('claim: note-before may never charge', () => {
  expect(endOf('crash-before', 'before')?.charges).toEqual([])
})

it('claim: note-together ends charged once, whatever the schedule', () => {
  const ends = reachable('together').filter(isSettled)
  expect(ends.length).toBeGreaterThan(1)
  expect(ends.every(({ charges }) => charges.length === 1)).toBe(true)
})

it('claim: delivered-twice, however the id is noted', () => {
  for (const { value } of DEDUPS) expect(endOf('crash-after', value)?.deliveries).toBe(2)
})

it('claim: producer retries are dropped, a second send is not', () => {
  const logAfter = (choice: ProducerChoice) => {
    const sent = applyToProducer(openProducer(true), 'send')
    return sent && applyToProducer(sent.state, choice)?.state.log.length
  }
  expect([logAfter('retry'), logAfter('send-again')]).toEqual([1, 2])
})

it('claim: transaction holds for the receipt and not for the card', () => {
  const choices: TransactionChoice[] = [
    'begin',
    'charge',
    'write',
    'crash',
    'begin',
    'charge',
    'write',
    'commit',
  ]
  const end = choices.reduce((state, choice) => applyToTransaction(state, choice) ?? state, IDLE_TRANSACTION)
  expect([end.receipts, end.charges]).toEqual([1, 2])
})

it('claim: window drops copies for five minutes', () => {
  const send: WindowChoice = { kind: 'send', id: 'pay-1' }
  let state = openWindow()
  const delivered = [
    send,
    { kind: 'wait', minutes: 4 } as const,
    send,
    { kind: 'wait', minutes: 1 } as const,
    send,
  ].map(choice => {
    const next = applyToWindow(state, choice)
    state = next?.state ?? state
    return next?.isDelivered
  })
  expect(delivered).toEqual([true, false, false, false, true])
})

it('claim: delete-tells another answer, and leaves the same table', () => {
  const [, once, twice] = chainOf(presetOf('delete').operation, TWO_USERS, 2)
  expect(twice).toEqual(once)
})

describe('the words', () => {
  const chain = (text: string, x: number, times = 2) =>
    chainOf({ kind: 'assign', expression: parseExpression(text) }, { kind: 'x', x }, times)
  it('compare f(f(x)) with f(x)', () => {
    expect(comparisonInWords(chain('5', 1, 1))).toBe('')
    expect(comparisonInWords(chain('5', 1))).toContain('f(f(x)) = f(x)')
    expect(comparisonInWords(chain('x + 1', 1))).toContain('f(f(x)) ≠ f(x)')
    expect(comparisonInWords(chain('1 / x', 0))).toBe('f(x) has no value here: it divides by zero.')
    expect(comparisonInWords(chain('1 / (x - 1)', 2))).toBe('f(f(x)) has no value here: it divides by zero.')
    expect(subjectInWords({ kind: 'x', x: -3 })).toBe('−3')
    expect([0, 1, 2, 3].map(timesName)).toEqual(['x', 'f(x)', 'f(f(x))', '3 times'])
  })
  it('say what many starts show', () => {
    const told = (id: string) => surveyInWords(survey(presetOf(id).operation))
    expect(told('5')).toMatch(/^At each of 41 whole numbers from −20 to 20, f\(f\(x\)\) is f\(x\)\./)
    expect(told('x * x')).toBe(
      'At 3 of 41 whole numbers from −20 to 20, f(f(x)) is f(x). But from 2: f(x) is 4, f(f(x)) is 16.',
    )
    expect(told('insert')).toBe(
      'At 0 of 2 tables, with user 1 and without, f(f(x)) is f(x). But from 1 Ann, 2 Cid: f(x) is 1 Ann, 2 Cid, 3 Bob, f(f(x)) is 1 Ann, 2 Cid, 3 Bob, 4 Bob.',
    )
    const never = survey({ kind: 'assign', expression: parseExpression('1 / 0') })
    expect(surveyInWords(never)).toBe('At none of 41 whole numbers from −20 to 20 does it have a value.')
    expect(PRESETS.map(({ id }) => isIdempotent(id))).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ])
  })
  it('tell a schedule step by step', () => {
    expect(playSchedule('crash-after', 'after').map(stepInWords)).toEqual([
      'Deliver to A, the first time.',
      'A looks the id up: not there.',
      'A charges the card.',
      'A crashes: the queue hears nothing.',
      'The visibility timeout runs out: the queue will deliver it again.',
      'Deliver to A, the second time.',
      'A looks the id up: not there.',
      'A charges the card: charged twice.',
      'A notes the id.',
      'A acknowledges: the queue deletes the message.',
    ])
    expect(playSchedule('slow-consumer', 'together').map(stepInWords).slice(-3)).toEqual([
      'B acknowledges: the queue deletes the message.',
      'A finds the id: it has been done.',
      'A acknowledges an older delivery: that deletes nothing.',
    ])
  })
  it('give every move a place that it keeps, and to each choice that may be made one of them', () => {
    for (const { value } of DEDUPS) {
      const places = (state: QueueState) => movesOf(state).flatMap(({ moves }) => moves)
      const names = places(openQueue(value)).map(({ words }) => words)
      expect(new Set(names).size).toBe(names.length)
      const listed = (choices: readonly QueueChoice[]) =>
        choices
          .map(choice => JSON.stringify(choice))
          .sort()
          .join()
      const isWrong = (state: QueueState) => {
        const moves = places(state)
        const may = moves.filter(move => move.may).map(({ choice }) => choice)
        return (
          moves.some(({ words }, index) => words !== names[index]) ||
          listed(may) !== listed(queueChoices(state))
        )
      }
      // What has been charged has no say in what may happen next.
      const alike = new Map(reachable(value).map(state => [JSON.stringify({ ...state, charges: [] }), state]))
      expect([...alike.values()].filter(isWrong)).toEqual([])
    }
  })
  it('name every choice there is, and no two alike', () => {
    // One expectation for all: there are tens of thousands of states.
    const unnamed = DEDUPS.flatMap(({ value }) => reachable(value)).filter(state => {
      const words = queueChoices(state).map(choice => choiceInWords(choice, state))
      return new Set(words).size < words.length || /works|undefined/.test(words.join())
    })
    expect(unnamed).toEqual([])
    expect([0, 1, 2, 3].map(count => often('charged', count))).toEqual([
      'not charged',
      'charged once',
      'charged twice',
      'charged 3 times',
    ])
  })
})
