import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, conflict, mismatch } from '../server/answer.ts'
import { openingState } from '../state.ts'
import { picks, settings, walk } from '../testing/arbitraries.ts'
import { itHolds } from '../testing/property.ts'
import { CALM, eventsOf, lastState, pays, run, timesOf } from '../testing/run.ts'
import { Scene } from '../testing/scene.ts'
import { apply } from '../world.ts'
import { takeAnswer } from './client.ts'
import type { Outcome } from './payment.ts'

const KEYED = { keys: 'per-payment' } as const
const belief = (scene: Scene, payment = 1) => scene.payment(payment).belief

describe('what the person can know of a payment', () => {
  it('is nothing yet while the first answer is outstanding', () => {
    expect(belief(new Scene().pay())).toBe('waiting')
  })

  it('is that it is paid once a 2xx arrives', () => {
    const scene = new Scene().pay().complete(1, 1)
    expect(scene.answer(1, 1)?.status).toBe(201)
    expect(belief(scene)).toBe('paid')
    expect(scene.events('payment.paid')).toHaveLength(1)
  })

  it('is nothing after a timeout, whether request or answer was lost', () => {
    const request = new Scene().pay().lose('p1.a1.request').timeout(1, 1)
    const response = new Scene().pay().serve(1, 1).lose('p1.a1.response').timeout(1, 1)
    expect(request.state.payments).toEqual(response.state.payments)
    expect(belief(request)).toBe('unknown')
    expect([request.charges(1), response.charges(1)]).toEqual([0, 1])
  })

  it('is nothing after a 409, which may overtake its own 201', () => {
    const scene = new Scene(KEYED).pay().pay().deliver('p1.a1.request').step(1, 1).complete(1, 2)
    expect(scene.answer(1, 2)?.status).toBe(409)
    expect(belief(scene)).toBe('unknown')
    scene.step(1, 1).step(1, 1).step(1, 1).deliver('p1.a1.response')
    expect(belief(scene)).toBe('paid')
  })

  it('is that it failed after a 402', () => {
    const scene = new Scene({ card: 'declined' }).pay().complete(1, 1)
    expect(scene.answer(1, 1)?.status).toBe(402)
    expect(belief(scene)).toBe('failed')
    expect(scene.events('payment.failed')).toHaveLength(1)
  })

  it('is nothing while one attempt failed and another may have been charged', () => {
    const scene = new Scene({ card: 'declined' }).pay().timeout(1, 1).pay().complete(1, 2)
    expect(scene.payment(1).attempts).toEqual(['info', 'fail'])
    expect(belief(scene)).toBe('unknown')
    scene.complete(1, 1)
    expect(belief(scene)).toBe('failed')
  })

  it('is taken from an answer that arrives after the timeout', () => {
    const scene = new Scene().pay().timeout(1, 1).complete(1, 1)
    expect(belief(scene)).toBe('paid')
    expect(scene.charges(1)).toBe(1)
    expect(scene.events('response.delivered')[0]?.data).toEqual({ late: true })
  })

  it('is taken from an older attempt while the newest is outstanding, and not undone by what comes later', () => {
    const scene = new Scene(KEYED).pay().timeout(1, 1).pay().complete(1, 1)
    expect(scene.payment(1).attempts).toEqual(['ok', 'pending'])
    expect(belief(scene)).toBe('paid')
    scene.complete(1, 2)
    expect(belief(scene)).toBe('paid')
    expect(scene.events('payment.paid')).toHaveLength(1)
  })

  it('stays paid when a later attempt is refused or conflicts', () => {
    const scene = new Scene(KEYED).pay().pay().deliver('p1.a1.request').step(1, 1).serve(1, 2)
    scene.step(1, 1).step(1, 1).step(1, 1).deliver('p1.a1.response').deliver('p1.a2.response')
    expect(scene.payment(1).attempts).toEqual(['ok', 'info'])
    expect(belief(scene)).toBe('paid')
  })

  it('is nothing once it is given up, and may still be learned from a late answer', () => {
    const scene = new Scene().pay().newPayment()
    expect(belief(scene)).toBe('unknown')
    expect(scene.payment(1).attempts).toEqual(['info'])
    scene.pay().complete(1, 1)
    expect(belief(scene, 1)).toBe('paid')
    expect(belief(scene, 2)).toBe('waiting')
  })

  it.each<[Outcome, Answer]>([
    ['ok', conflict()],
    ['ok', mismatch()],
    ['fail', conflict()],
    ['info', conflict()],
  ])(
    'is not undone by an answer that knows less: %s stays, whatever another answer says',
    (outcome, answer) => {
      const { state } = new Scene().pay()
      const payments = state.payments.map(payment => ({ ...payment, attempts: [outcome] }))
      const id = 'p1.a1.response'
      const message = { id, kind: 'response', payment: 1, attempt: 1, copy: 1, key: null, answer } as const
      const [next] = takeAnswer({ ...state, payments }, message)
      expect(next.payments[0]?.attempts).toEqual([outcome])
    },
  )

  itHolds(
    'stays paid whatever happens',
    { seed: 61, runs: 200 },
    fc.property(settings, picks, ({ seed: _, ...world }, picked) => {
      const paid = new Set<number>()
      for (const { payments } of walk(openingState(world), picked)) {
        payments.forEach((payment, index) => {
          if (payment.belief === 'paid') paid.add(index)
          expect(paid.has(index)).toBe(payment.belief === 'paid')
        })
      }
    }),
  )
})

describe('the client', () => {
  it('times only the newest attempt', () => {
    const scene = new Scene().pay().pay()
    expect(apply(scene.state, { kind: 'timeout', payment: 1, attempt: 1 })).toBeNull()
    expect(apply(scene.state, { kind: 'timeout', payment: 1, attempt: 2 })).not.toBeNull()
  })

  it('starts its time anew with an impatient press', () => {
    const trace = run({ ...CALM, responseLoss: 1 }, pays(0, 2400))
    expect(timesOf(trace, 'attempt.timedOut')).toEqual([4900])
    expect(eventsOf(trace, 'attempt.timedOut')[0]?.attempt).toBe(2)
  })

  it('sends no further attempt of what is paid or failed', () => {
    for (const card of ['ok', 'declined'] as const) {
      const trace = run({ ...CALM, card }, pays(0, 5000, 6000, 7000))
      expect(eventsOf(trace, 'attempt.sent')).toHaveLength(1)
      expect(trace.endMs).toBe(1800)
    }
  })

  it('sends at most 20 attempts of a payment by hand', () => {
    const trace = run({ ...CALM, responseLoss: 1 }, pays(...Array.from({ length: 25 }, (_, i) => i * 100)))
    expect(eventsOf(trace, 'attempt.sent')).toHaveLength(20)
    expect(lastState(trace).payments).toHaveLength(1)
  })

  it('opens a new payment after one was given up, and times only that', () => {
    const trace = run({ ...CALM, responseLoss: 1 }, [
      ...pays(0),
      { at: 1000, type: 'newPayment' },
      ...pays(1500),
    ])
    expect(eventsOf(trace, 'attempt.timedOut').map(event => event.payment)).toEqual(['p2'])
    expect(eventsOf(trace, 'payment.closed')[0]?.data).toEqual({ belief: 'waiting' })
    expect(lastState(trace).payments.map(payment => payment.belief)).toEqual(['unknown', 'unknown'])
  })

  it('keeps amount and card of the payment it opened', () => {
    const scene = new Scene().pay(2500).configure({ amount: 999, card: 'declined' }).pay().complete(1, 2)
    expect(scene.state.ledger.charges).toEqual([
      { id: 'ch_1_2', payment: 1, attempt: 2, amount: 2500, handler: 'no-key', key: null },
    ])
    scene.newPayment().pay().complete(2, 1)
    expect(scene.payment(2).amount).toBe(999)
    expect(belief(scene, 2)).toBe('failed')
  })
})

describe('a payment was given up', () => {
  const gaveUp = (scene: Scene) => scene.payment(1).gaveUp

  it('when it was closed while nobody on this side knew how it had ended, and then for good', () => {
    const scene = new Scene().pay().newPayment()
    expect(gaveUp(scene)).toBe(true)
    expect(scene.payment(1).belief).toBe('unknown')
    expect(gaveUp(scene.complete(1, 1))).toBe(true)
  })

  it('not while it is open, however unsure', () => {
    const scene = new Scene().pay()
    expect(gaveUp(scene)).toBe(false)
    expect(gaveUp(scene.timeout(1, 1))).toBe(false)
  })

  it('not when it was paid or had failed before it was closed', () => {
    expect(gaveUp(new Scene().pay().complete(1, 1).newPayment())).toBe(false)
    expect(gaveUp(new Scene({ card: 'declined' }).pay().complete(1, 1).newPayment())).toBe(false)
  })
})
