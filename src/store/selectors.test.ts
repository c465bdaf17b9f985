import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOf, expectedBalance, frameAt, type Trace } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, pays, run } from '../sim/testing/run.ts'
import { balancePoints, currentPayment, isPayingAgain, payRefusal } from './selectors.ts'

const LOSSY = { ...CALM, responseLoss: 1 }

describe('the points of the balance', () => {
  const twice = run(LOSSY, pays(0, 3000))

  it('are the opening and every change', () => {
    expect(balancePoints(twice, 10_000)).toEqual([
      { at: 0, balance: 100_000, expected: 100_000 },
      { at: 1000, balance: 90_000, expected: 90_000 },
      { at: 4000, balance: 80_000, expected: 90_000 },
    ])
  })

  it.each([
    [0, 1],
    [999, 1],
    [1000, 2],
    [3999.5, 2],
    [4000, 3],
  ])('reach to %d ms: %d of them', (untilMs, count) => {
    expect(balancePoints(twice, untilMs)).toHaveLength(count)
  })

  it('are one for two charges at the same moment', () => {
    const points = balancePoints(run(LOSSY, pays(0, 0)), 10_000)
    expect(points.map(({ at, balance }) => [at, balance])).toEqual([
      [0, 100_000],
      [1000, 80_000],
    ])
  })

  itHolds(
    'say at every moment what the frame says, each time once',
    { seed: 303, runs: 100 },
    fc.property(session, ({ settings, inputs }) => {
      const trace = run(settings, inputs)
      const points = balancePoints(trace, trace.endMs)
      expect(new Set(points.map(({ at }) => at)).size).toBe(points.length)
      for (const { at } of trace.steps) {
        const { state } = frameAt(trace, at)
        const point = points.findLast(each => each.at <= at)
        expect(point).toMatchObject({ balance: balanceOf(state), expected: expectedBalance(state) })
      }
    }),
  )
})

describe('the payment in question', () => {
  const at = (trace: Trace, ms: number) => frameAt(trace, ms)
  const bought = run(CALM, [...pays(0), { at: 3000, type: 'newPayment' }])

  it('is the open one', () => {
    expect(currentPayment(at(run({}, []), 0))).toBeNull()
    expect(currentPayment(at(bought, 0))?.belief).toBe('waiting')
    expect(currentPayment(at(bought, 2000))?.belief).toBe('paid')
    expect(currentPayment(at(bought, 3000))).toBeNull()
  })

  it('is paid again while it is waiting or unknown', () => {
    const lost = run(LOSSY, pays(0))
    expect([0, 2499, 2500].map(ms => isPayingAgain(at(lost, ms)))).toEqual([true, true, true])
    expect([1799, 1800, 3000].map(ms => isPayingAgain(at(bought, ms)))).toEqual([true, false, false])
  })

  it('refuses another press once it is paid, once it is refused, and at 20 attempts', () => {
    const refused = run({ ...CALM, card: 'declined' }, pays(0))
    const tired = run(LOSSY, pays(...Array.from({ length: 20 }, (_, index) => index * 10)))
    expect(payRefusal(at(run({}, []), 0))).toBeNull()
    expect(payRefusal(at(bought, 1799))).toBeNull()
    expect(payRefusal(at(bought, 1800))).toMatch(/is paid.*new payment/)
    expect(payRefusal(at(bought, 3000))).toBeNull()
    expect(payRefusal(at(refused, 1800))).toMatch(/refused.*new payment/)
    expect(payRefusal(at(tired, 180))).toBeNull()
    expect(payRefusal(at(tired, 190))).toMatch(/^20 attempts are the limit/)
  })

  it('is not called declined when the bank refused it for its key', () => {
    const swallowed = run({ ...CALM, keys: 'per-session' }, [
      ...pays(0),
      { at: 3000, type: 'newPayment' },
      { at: 4000, type: 'pay', amount: 2500 },
    ])
    const frame = at(swallowed, swallowed.endMs)
    expect(currentPayment(frame)?.belief).toBe('failed')
    expect(payRefusal(frame)).not.toMatch(/declined/)
  })
})
