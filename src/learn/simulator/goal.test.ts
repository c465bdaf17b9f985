import { describe, expect, it } from 'vitest'
import { runSession } from '../../store/run-session.ts'
import { pay, type Run, sessionOf } from '../run.ts'
import { goalOf } from './goal.ts'
import { recordOf } from './record.ts'
import { runs } from './runs.ts'

const traceOf = (run: Pick<Run, 'settings' | 'inputs'>) => runSession(sessionOf(run))
const recorded = (run: Pick<Run, 'settings' | 'inputs'>) => recordOf(sessionOf(run), traceOf(run))

describe('the goal', () => {
  it.each([
    ['with-keys', 'yes', '3 attempts, and the balance dropped once, by $100.'],
    ['without-keys', 'no', 'The payment was charged 3 times: the balance dropped by $300.'],
    ['swallowed', 'no', 'Payment 2 was told “paid”, and the balance never dropped for it.'],
    [
      'never-learns',
      'not yet',
      'The balance has dropped once, but you do not know that. Press again: it must not drop again.',
    ],
    ['request-lost', 'not yet', 'The balance has not dropped, but you do not know that. Press again.'],
  ] as const)('of the run %s: %s', (run, met, why) => {
    expect(goalOf(traceOf(runs[run]))).toEqual({ met, why })
  })

  it('is not met before anything is pressed, nor while it runs', () => {
    expect(goalOf(null).met).toBe('not yet')
    expect(goalOf(traceOf({ settings: {}, inputs: [] })).met).toBe('not yet')
  })

  it('is not met by a first answer that arrives, nor by a refusal', () => {
    expect(goalOf(traceOf({ settings: { responseLoss: 0 }, inputs: pay(0) })).met).toBe('not yet')
    expect(goalOf(traceOf({ settings: { responseLoss: 0, card: 'declined' }, inputs: pay(0) })).met).toBe(
      'not yet',
    )
  })
})

describe('the record of a run', () => {
  it('says what the trace says, and that presses and luck were the same', () => {
    const [without, keyed] = [recorded(runs['without-keys']), recorded(runs['with-keys'])]
    expect(without).toMatchObject({ keys: 'without', presses: 3, retries: 0, charges: 3, balance: 70_000 })
    expect(keyed).toMatchObject({ keys: 'with', presses: 3, retries: 0, charges: 1, balance: 90_000 })
    expect(keyed?.sign).toBe(without?.sign)
    expect(recorded({ ...runs['with-keys'], inputs: pay(0, 3001, 6000) })?.sign).not.toBe(without?.sign)
  })

  it('tells presses from the client’s own retries', () => {
    expect(recorded(runs.automatic)).toMatchObject({ presses: 1, retries: 2, charges: 3 })
  })

  it('is none of a run with another policy, with two, or with none', () => {
    expect(recorded(runs['client-bug'])).toBeNull()
    expect(
      recorded({
        settings: { responseLoss: 0 },
        inputs: [
          ...pay(0),
          { at: 3000, type: 'newPayment' },
          { at: 3000, type: 'configure', settings: { keys: 'per-payment' } },
          ...pay(3500),
        ],
      }),
    ).toBeNull()
    expect(recorded({ settings: {}, inputs: [] })).toBeNull()
  })
})
