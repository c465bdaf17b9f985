import { describe, expect, it } from 'vitest'
import type { RequestMessage } from '../network/message.ts'
import { opening, request } from '../testing/request.ts'
import { charge, chargeId, stage } from './charge.ts'
import { payloadOf } from './request.ts'
import { telling } from './tell.ts'
import type { Work } from './worker.ts'

const workOn = (message: RequestMessage): Work => ({
  handler: 'saved-response-downstream-key',
  message,
  results: [],
  asleep: false,
})
const first = workOn(request())
const second = workOn(request({ id: 'p1.a2.request', attempt: 2 }))

const charging = (state = opening(), work = first, key: string | null = null) =>
  charge(state, work, stage(work), key, telling(0, work))

describe('the id of a charge', () => {
  it('names payment and attempt, and the copy of a duplicate', () => {
    expect(chargeId({ payment: 3, attempt: 2, copy: 1 })).toBe('ch_3_2')
    expect(chargeId({ payment: 3, attempt: 2, copy: 2 })).toBe('ch_3_2_2')
  })
})

describe('a staged charge', () => {
  it('has the amount of the request and has not failed', () => {
    const message = request({ payment: 2, copy: 2, payload: payloadOf(2500, 'ok') })
    expect(stage(workOn(message))).toEqual({ id: 'ch_2_1_2', amount: 2500, declined: false, failed: false })
  })

  it('is declined with a declined card', () => {
    expect(stage(workOn(request({ payload: payloadOf(1, 'declined') })))).toMatchObject({ declined: true })
  })
})

describe('charging', () => {
  it('is counted by payment', () => {
    const [once] = charging()
    const [twice, row, event] = charging(once, second)
    expect(row.id).toBe('ch_1_2')
    expect(event.data).toEqual({ charge: 'ch_1_2', amount: 10_000, number: 2, balance: 80_000 })
    const [, , other] = charging(twice, workOn(request({ payment: 2 })))
    expect(other.data).toMatchObject({ number: 1, balance: 70_000 })
    expect(other.marks).toEqual(['worker 0', 'charge 2'])
  })

  it('writes down who charged, and with which key', () => {
    const [state] = charging(opening(), first, 'k1')
    expect(state.ledger.charges).toEqual([
      {
        id: 'ch_1_1',
        payment: 1,
        attempt: 1,
        amount: 10_000,
        handler: 'saved-response-downstream-key',
        key: 'k1',
      },
    ])
  })

  it('does nothing with a declined card', () => {
    const before = opening()
    const declined = workOn(request({ payload: payloadOf(10_000, 'declined') }))
    const [state, row, event] = charging(before, declined, 'k1')
    expect(state).toBe(before)
    expect(row.declined).toBe(true)
    expect([event.actor, event.kind, event.data]).toEqual(['ledger', 'ledger.declined', { amount: 10_000 }])
  })

  it('with a key the ledger has gives the row it has', () => {
    const [once] = charging(opening(), first, 'k1')
    const [state, row, event] = charging(once, second, 'k1')
    expect(state).toBe(once)
    expect(row).toEqual({ id: 'ch_1_1', amount: 10_000, declined: false, failed: false })
    expect([event.actor, event.kind, event.data]).toEqual([
      'store',
      'store.read',
      { charge: 'ch_1_1', amount: 10_000, known: true },
    ])
    expect(event.marks).toEqual(['worker 0'])
  })

  it('with another key is another charge', () => {
    const [once] = charging(opening(), first, 'k1')
    expect(charging(once, second, 'k2')[0].ledger.charges).toHaveLength(2)
  })

  it('without a key takes no row for its own that had none either', () => {
    const [once] = charging()
    expect(charging(once, second)[0].ledger.charges.map(row => row.key)).toEqual([null, null])
  })

  it('with a key takes no row for its own that had none', () => {
    const [once] = charging()
    expect(charging(once, second, 'k1')[0].ledger.charges.map(row => row.key)).toEqual([null, 'k1'])
  })
})
