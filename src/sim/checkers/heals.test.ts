import { describe, expect, it } from 'vitest'
import type { Settings } from '../scenario.ts'
import { STRATEGY_IDS, type StrategyId } from '../server/strategies.ts'
import { Scene } from '../testing/scene.ts'
import { atMostOneCharge } from './at-most-one-charge.ts'
import { CHECKERS, PROMISES } from './checkers.ts'
import { heals } from './heals.ts'
import { moneyConserved } from './money-conserved.ts'
import { toldPaidMeansCharged } from './told-paid-means-charged.ts'

const keyed = (server: StrategyId, settings: Partial<Settings> = {}) =>
  new Scene({ keys: 'per-payment', server, ...settings }).pay()

/** The request is lost. */
const requestLost = (scene: Scene) => scene.lose('p1.a1.request').timeout(1, 1)
/** The request is served, and its answer lost. */
const answerLost = (scene: Scene) => scene.serve(1, 1).lose('p1.a1.response').timeout(1, 1)

/** The worker dies after so many operations, and is back. */
function crashed(scene: Scene, operations: number): Scene {
  scene.deliver('p1.a1.request')
  for (let i = 0; i < operations; i += 1) scene.step(1, 1)
  return scene.take({ kind: 'crash', worker: 0 }).take({ kind: 'restart', worker: 0 }).timeout(1, 1)
}

/** Strategy; whether it heals when the answer is lost, after a crash before the charge, and after one after it. */
const HEALS: [StrategyId, boolean, boolean, boolean, charge: number][] = [
  ['no-key', false, true, false, 1],
  ['charge-then-record', true, true, false, 2],
  ['check-then-act', true, false, true, 3],
  ['unique-200', true, false, true, 2],
  ['unique-409', false, false, false, 2],
  ['one-transaction', true, true, true, 2],
  ['set-nx', true, true, false, 2],
  ['lock-check-outside', true, true, false, 3],
  ['lua-get-or-claim', true, false, false, 2],
  ['saved-response', true, true, false, 2],
  ['saved-response-downstream-key', true, true, true, 2],
]

describe('an end that is unknown', () => {
  it('is asked of every strategy', () => {
    expect(HEALS.map(([server]) => server)).toEqual(STRATEGY_IDS)
  })

  it.each(HEALS)(
    'under %s heals after a lost answer: %s; after a crash before: %s; after the charge: %s',
    (server, lost, before, after, charge) => {
      const ends = [
        answerLost(keyed(server)),
        crashed(keyed(server), charge - 1),
        crashed(keyed(server), charge),
      ].map(({ state }) => state)
      expect(ends.map(end => heals.holdsOf(end))).toEqual([true, true, true])
      expect(ends.map(end => heals.broken(end))).toEqual(
        [lost, before, after].map(healed => (healed ? [] : [1])),
      )
    },
  )

  it.each(STRATEGY_IDS)('under %s heals after a lost request', server => {
    const { state } = requestLost(keyed(server))
    expect([heals.holdsOf(state), heals.broken(state)]).toEqual([true, []])
  })

  it('heals on the other instance too, whose memory is its own', () => {
    expect(heals.broken(answerLost(keyed('one-transaction', { memory: 'per-instance' })).state)).toEqual([])
    expect(heals.broken(answerLost(keyed('lua-get-or-claim', { memory: 'per-instance' })).state)).toEqual([1])
  })

  it('does not heal when no attempt is left', () => {
    const scene = requestLost(keyed('one-transaction'))
    for (let attempt = 2; attempt <= 20; attempt += 1) {
      expect(heals.broken(scene.state)).toEqual([])
      scene.pay().lose(`p1.a${attempt}.request`).timeout(1, attempt)
    }
    expect(heals.broken(scene.state)).toEqual([1])
  })

  it('names the payment in question', () => {
    const scene = new Scene().pay().complete(1, 1).newPayment().pay().serve(2, 1)
    expect(heals.broken(scene.lose('p2.a1.response').timeout(2, 1).state)).toEqual([2])
    expect(heals.causes(2)).toEqual(['belief 2'])
  })

  it('is left as it was', () => {
    const { state } = crashed(keyed('set-nx'), 1)
    const before = structuredClone(state)
    heals.broken(state)
    expect(state).toEqual(before)
  })
})

describe('healing is not asked', () => {
  // Without keys a retry charges again, so that every one of these would be broken if it were asked.
  const charged = () => answerLost(new Scene().pay())
  const busy = () => charged().pay().deliver('p1.a2.request').timeout(1, 2)

  it('but of an end like this', () => {
    expect(heals.broken(charged().state)).toEqual([1])
  })

  it.each<[string, () => Scene]>([
    ['while the client waits', () => new Scene().pay().lose('p1.a1.request')],
    ['while a request is on its way', () => charged().pay().timeout(1, 2)],
    ['while an answer is on its way', () => new Scene().pay().serve(1, 1).timeout(1, 1)],
    ['while a worker is at work', busy],
    ['while a worker is down', () => busy().take({ kind: 'crash', worker: 0 })],
    ['of two charges', () => charged().pay().serve(1, 2).lose('p1.a2.response').timeout(1, 2)],
    ['of a paid payment', () => new Scene().pay().complete(1, 1)],
    ['of a failed payment', () => new Scene({ card: 'declined' }).pay().complete(1, 1)],
    ['of a payment that was given up', () => charged().newPayment()],
    ['before the first payment', () => new Scene()],
  ])('%s', (_, scene) => {
    const { state } = scene()
    expect([heals.holdsOf(state), heals.broken(state)]).toEqual([false, []])
  })

  it('while a request waits for a worker', () => {
    const { state } = busy()
    const waiting = {
      ...state,
      inbox: state.workers.flatMap(work => (work && work !== 'down' ? [work.message] : [])),
    }
    const idle = { ...waiting, workers: [null, null] }
    expect(idle.inbox).toHaveLength(1)
    expect([heals.holdsOf(idle), heals.holdsOf({ ...idle, inbox: [] })]).toEqual([false, true])
  })
})

describe('the list of promises', () => {
  it('has them all in order, and without "heals" those every step is held to', () => {
    const names = ['at-most-one-charge', 'told-paid-means-charged', 'heals', 'money-conserved']
    expect(PROMISES.map(({ promise }) => promise)).toEqual(names)
    expect(CHECKERS.map(({ promise }) => promise)).toEqual(names.filter(name => name !== 'heals'))
  })
})

describe('there is something to hold', () => {
  const nothing = new Scene().state
  const charged = new Scene().pay().serve(1, 1)
  const paid = new Scene().pay().complete(1, 1)

  it('at most one charge for, once there is a charge', () => {
    expect([nothing, charged.state].map(atMostOneCharge.holdsOf)).toEqual([false, true])
    expect(atMostOneCharge.causes(3)).toEqual(['charge 3'])
  })

  it('told paid means charged for, once a payment is believed paid', () => {
    expect([nothing, charged.state, paid.state].map(toldPaidMeansCharged.holdsOf)).toEqual([
      false,
      false,
      true,
    ])
    expect(
      paid
        .newPayment()
        .pay()
        .state.payments.map(({ belief }) => belief),
    ).toEqual(['paid', 'waiting'])
    expect(toldPaidMeansCharged.holdsOf(paid.state)).toBe(true)
    expect(toldPaidMeansCharged.causes(3)).toEqual(['belief 3'])
  })

  it('conserved money for, once money has moved', () => {
    expect([nothing, charged.state].map(moneyConserved.holdsOf)).toEqual([false, true])
    expect(moneyConserved.causes(0)).toEqual([])
  })
})
