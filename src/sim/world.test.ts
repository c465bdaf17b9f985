import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Choice } from './choice.ts'
import { choices, WORKER_CHOICES } from './choices.ts'
import { simulate } from './drivers/timed.ts'
import { LIMITS } from './limits.ts'
import { messageId } from './network/message.ts'
import { openingState, type State } from './state.ts'
import { amount, change, picks, session, settings, walk } from './testing/arbitraries.ts'
import { itHolds } from './testing/property.ts'
import { Scene } from './testing/scene.ts'
import { apply } from './world.ts'

/** Every kind of choice about every subject there is, and about some that there are not. */
function candidates(state: State, other: { amount: number; settings: object }): Choice[] {
  const payments = Array.from({ length: state.payments.length + 3 }, (_, index) => index - 1)
  const most = Math.max(0, ...state.payments.map(payment => payment.attempts.length))
  const pairs = payments.flatMap(payment =>
    Array.from({ length: most + 4 }, (_, index) => ({ payment, attempt: index - 1 })),
  )
  const messages = pairs.flatMap(({ payment, attempt }) => [
    messageId(payment, attempt, 'request'),
    messageId(payment, attempt, 'response'),
    messageId(payment, attempt, 'request', 2),
    messageId(payment, attempt, 'response', 2),
  ])
  return [
    { kind: 'pay', amount: other.amount },
    { kind: 'newPayment' },
    { kind: 'configure', settings: other.settings },
    ...pairs.flatMap((pair): Choice[] => [
      { kind: 'retry', by: 'person', ...pair },
      { kind: 'retry', by: 'client', ...pair },
      { kind: 'timeout', ...pair },
    ]),
    ...[...messages, '', 'p1', '__proto__'].flatMap((message): Choice[] => [
      { kind: 'deliver', message },
      { kind: 'lose', message, by: 'network' },
      { kind: 'lose', message, by: 'person' },
      { kind: 'duplicate', message },
      { kind: 'refuse', message },
    ]),
    ...[-1, 0, 1, 2, 0.5, Number.NaN].flatMap(worker =>
      WORKER_CHOICES.map((kind): Choice => ({ kind, worker })),
    ),
    ...[...Object.keys(state.store), '', 'k1', '__proto__'].map(
      (record): Choice => ({ kind: 'expire', record }),
    ),
  ]
}

/** Any amount and any change of settings stand for all of them. */
function nameOf(choice: Choice): string {
  if (choice.kind === 'pay' || choice.kind === 'configure') return choice.kind
  return JSON.stringify(choice)
}

function expectAgreement(states: State[], other: { amount: number; settings: object }): void {
  for (const state of states) {
    const listed = choices(state).map(nameOf)
    expect(new Set(listed).size).toBe(listed.length)
    const possible = candidates(state, other).filter(choice => apply(state, choice) !== null)
    expect(possible.map(nameOf).sort()).toEqual([...listed].sort())
  }
}

const other = fc.record({ amount, settings: change })

describe('apply', () => {
  itHolds(
    'is null exactly for what choices does not list, wherever a timed session leads',
    { seed: 11, runs: 60 },
    fc.property(session, other, (drawn, rest) => {
      const { opening, steps } = simulate(drawn)
      expectAgreement([opening, ...steps.map(step => step.state)].slice(0, 60), rest)
    }),
  )

  itHolds(
    'is null exactly for what choices does not list, wherever the rules lead',
    { seed: 12, runs: 60 },
    fc.property(settings, picks, other, ({ seed: _, ...opening }, picked, rest) => {
      expectAgreement(walk(openingState(opening), picked), rest)
    }),
  )

  itHolds(
    'changes nothing that it is given',
    { seed: 13, runs: 60 },
    fc.property(settings, picks, ({ seed: _, ...opening }, picked) => {
      for (const state of walk(openingState(opening), picked)) {
        const before = JSON.stringify(state)
        for (const choice of choices(state)) apply(state, choice)
        expect(JSON.stringify(state)).toBe(before)
      }
    }),
  )

  it('refuses the payment after the last one allowed', () => {
    const scene = new Scene()
    for (let i = 0; i < LIMITS.payments; i += 1) scene.pay().newPayment()
    expect(apply(scene.state, { kind: 'pay', amount: 1 })).toBeNull()
  })

  it('refuses the attempt by hand after the last one allowed', () => {
    const scene = new Scene()
    for (let i = 0; i < LIMITS.attemptsByHand; i += 1) scene.pay()
    expect(scene.payment(1).attempts).toHaveLength(20)
    expect(apply(scene.state, { kind: 'retry', by: 'person', payment: 1, attempt: 21 })).toBeNull()
  })
})

describe('choices', () => {
  it('are, at first, to pay and to configure', () => {
    expect(choices(new Scene().state)).toEqual([
      { kind: 'pay', amount: 10_000 },
      { kind: 'configure', settings: {} },
    ])
  })

  it('let an automatic client send again only once it does not know', () => {
    const scene = new Scene({ retry: 'auto' }).pay()
    const retries = () =>
      choices(scene.state)
        .filter(choice => choice.kind === 'retry')
        .map(choice => choice.by)
    expect(retries()).toEqual(['person'])
    scene.timeout(1, 1)
    expect(retries()).toEqual(['person', 'client'])
  })

  it('stand in a stable order', () => {
    const scene = new Scene({ retry: 'auto' })
      .pay()
      .timeout(1, 1)
      .pay()
      .deliver('p1.a1.request')
      .timeout(1, 2)
    expect(choices(scene.state)).toEqual([
      { kind: 'retry', by: 'person', payment: 1, attempt: 3 },
      { kind: 'retry', by: 'client', payment: 1, attempt: 3 },
      { kind: 'newPayment' },
      { kind: 'deliver', message: 'p1.a2.request' },
      { kind: 'lose', message: 'p1.a2.request', by: 'network' },
      { kind: 'lose', message: 'p1.a2.request', by: 'person' },
      { kind: 'duplicate', message: 'p1.a2.request' },
      { kind: 'refuse', message: 'p1.a2.request' },
      { kind: 'step', worker: 0 },
      { kind: 'crash', worker: 0 },
      { kind: 'pause', worker: 0 },
      { kind: 'configure', settings: {} },
    ])
  })
})
