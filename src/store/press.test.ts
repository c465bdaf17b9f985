import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadValueError, type Input, LimitError, type Session } from '../sim/index.ts'
import { input, session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, lastState, pays, run } from '../sim/testing/run.ts'
import { checkPressLimit, isPressUseful, type Press, payPress, withPress } from './press.ts'

const PAY: Press = { type: 'pay' }
const NEW: Press = { type: 'newPayment' }
const drop = (message: string): Press => ({ type: 'dropMessage', message })
const set = (settings: object): Press => ({ type: 'configure', settings })

describe('a press is useful', () => {
  const trace = run(CALM, [...pays(0), { at: 3000, type: 'newPayment' }])
  const declined = run({ ...CALM, card: 'declined' }, pays(0))
  it.each<[string, Press, number, typeof trace, boolean]>([
    ['Pay on an empty page', PAY, 0, run({}, []), true],
    ['Pay while waiting', PAY, 500, trace, true],
    ['Pay after "paid"', PAY, 1800, trace, false],
    ['Pay after a refusal', PAY, 1800, declined, false],
    ['Pay after a new payment', PAY, 3000, trace, true],
    ['New payment on an empty page', NEW, 0, run({}, []), false],
    ['New payment while waiting', NEW, 500, trace, true],
    ['New payment after a new payment', NEW, 3000, trace, false],
    ['losing what is in flight', drop('p1.a1.request'), 300, trace, true],
    ['losing what is not yet sent', drop('p1.a1.response'), 300, trace, true],
    ['losing what has arrived', drop('p1.a1.request'), 700, trace, false],
    ['losing what has been lost', drop('p1.a1.response'), 2500, run({ responseLoss: 1 }, pays(0)), false],
    ['setting something', set({ retry: 'auto' }), 500, trace, true],
    ['setting nothing', set({}), 500, trace, false],
  ])('or not: %s', (_, press, at, on, useful) => {
    expect(isPressUseful(on, at, press)).toBe(useful)
  })
})

describe('a press over a limit', () => {
  const twenty = run({ ...CALM, responseLoss: 1 }, pays(...Array.from({ length: 20 }, (_, index) => index)))
  const buys = Array.from({ length: 500 }, (_, index): Input => {
    return { at: index, type: index % 2 === 0 ? 'pay' : 'newPayment' }
  })

  it('is the 21st attempt by hand', () => {
    const state = lastState(twenty)
    expect(() => checkPressLimit(state, PAY)).toThrow(LimitError)
    expect(() => checkPressLimit(state, PAY)).toThrow('The limit is 20 (attemptsByHand).')
    expect(() => checkPressLimit(state, NEW)).not.toThrow()
  })

  it('is the 251st payment', () => {
    const state = lastState(run({}, buys))
    expect(() => checkPressLimit(state, PAY)).toThrow('The limit is 250 (payments).')
    expect(() => checkPressLimit(state, drop('p1.a1.request'))).not.toThrow()
  })
})

describe('a session with one press more', () => {
  itHolds(
    'keeps what was pressed up to then, in order, drops what was pressed later, and changes nothing given',
    { seed: 301, runs: 200 },
    fc.property(session, input, (drawn, { at, ...press }) => {
      const before = structuredClone(drawn)
      const kept = drawn.inputs.filter(each => each.at <= at)
      const { inputs } = withPress(drawn, at, press as Press)
      if (press.type === 'configure') expect(inputs.length).toBeLessThanOrEqual(kept.length + 1)
      else expect(inputs).toEqual([...kept, { at, ...press }])
      expect(drawn).toEqual(before)
    }),
  )

  const plain: Session = { settings: run({}, []).settings, inputs: [] }
  const begun: Session = { ...plain, inputs: pays(100) }

  it('has a change before the first input as an initial setting', () => {
    expect(withPress(begun, 50, set({ keys: 'per-payment' }))).toEqual({
      settings: { ...plain.settings, keys: 'per-payment' },
      inputs: [],
    })
  })

  it('has a later change as an input, and two at the same time as one', () => {
    const once = withPress(begun, 300, set({ keys: 'per-payment', retry: 'auto' }))
    const twice = withPress(once, 300, set({ keys: 'off', attempts: 3 }))
    expect(twice).toEqual({
      ...plain,
      inputs: [
        ...begun.inputs,
        { at: 300, type: 'configure', settings: { keys: 'off', retry: 'auto', attempts: 3 } },
      ],
    })
    expect(withPress(once, 301, set({ keys: 'off' })).inputs).toHaveLength(3)
  })

  it('does not merge a change with one before a press at the same time', () => {
    const pressed = withPress(withPress(begun, 300, set({ keys: 'per-payment' })), 300, PAY)
    expect(withPress(pressed, 300, set({ keys: 'off' })).inputs).toHaveLength(4)
  })

  it.each<[string, Press, number, new (...args: never[]) => Error]>([
    ['a bad setting', set({ timeout: 1 }), 300, BadValueError],
    ['a seed', set({ seed: 1 }), 300, BadValueError],
    ['half a millisecond', PAY, 0.5, BadValueError],
    ['a time after an hour', PAY, 3_600_001, LimitError],
  ])('refuses %s', (_, press, at, error) => {
    expect(() => withPress(begun, at, press)).toThrow(error)
  })
})

describe('a press of Pay', () => {
  it('has an amount only when one is given', () => {
    expect(payPress()).toEqual({ type: 'pay' })
    expect(payPress(2500)).toEqual({ type: 'pay', amount: 2500 })
  })

  it.each([null, '5', 0, 1.5, Number.NaN, 100_000_000])('refuses the amount %o', amount => {
    expect(() => payPress(amount)).toThrow(
      /^amount is .*, but must be a whole number of minor units from 1 to/,
    )
  })
})
