import { describe, expect, it } from 'vitest'
import { BY_WORKER, DECLINED, doing, FAILED, NAME, OWN, ROW, record, saved } from '../testing/performing.ts'
import { request } from '../testing/request.ts'
import { answer } from './answer.ts'
import { payloadOf } from './request.ts'

describe('ledger.charge', () => {
  it('posts a row and gives it', () => {
    const { result, ledger, events, store } = doing({ name: 'ledger.charge', key: null })
    expect(result).toEqual(ROW)
    expect(ledger.charges).toEqual([
      { id: 'ch_1_1', payment: 1, attempt: 1, amount: 10_000, handler: 'one-transaction', key: null },
    ])
    expect([ledger.customer, ledger.merchant]).toEqual([90_000, 10_000])
    expect(store).toEqual({})
    expect(events).toEqual([
      {
        actor: 'ledger',
        kind: 'ledger.charged',
        ...BY_WORKER,
        marks: ['worker 0', 'charge 1'],
        data: { charge: 'ch_1_1', amount: 10_000, number: 1, balance: 90_000 },
      },
    ])
  })

  it('hands the key it is given on to the ledger', () => {
    expect(doing({ name: 'ledger.charge', key: 'k1' }).ledger.charges[0]?.key).toBe('k1')
  })
})

describe('a transaction', () => {
  const inserted = { store: { [NAME]: record() } }

  it('stages its charge: the ledger does not know of it yet', () => {
    const { before, state, result, events } = doing({ name: 'tx.charge' }, inserted)
    expect(result).toEqual(ROW)
    expect(state).toBe(before)
    expect(events).toEqual([
      {
        actor: 'store',
        kind: 'store.written',
        ...BY_WORKER,
        data: { staged: 'ch_1_1', amount: 10_000 },
      },
    ])
  })

  it('stages nothing for a declined card', () => {
    const message = request({ payload: payloadOf(10_000, 'declined') })
    const { before, state, result, events } = doing({ name: 'tx.charge' }, { message })
    expect(result).toEqual(DECLINED)
    expect(state).toBe(before)
    expect(events.map(event => [event.actor, event.kind, event.data])).toEqual([
      ['ledger', 'ledger.declined', { amount: 10_000 }],
    ])
  })

  it('commits charge and saved answer in one stroke', () => {
    const { result, store, ledger, events } = doing({ name: 'tx.commit', row: ROW }, inserted)
    expect(result).toBeUndefined()
    expect(store).toEqual({ [NAME]: record(saved) })
    expect(ledger.charges).toEqual([
      { id: 'ch_1_1', payment: 1, attempt: 1, amount: 10_000, handler: 'one-transaction', key: null },
    ])
    expect(events.map(event => [event.kind, event.data])).toEqual([
      ['ledger.charged', { charge: 'ch_1_1', amount: 10_000, number: 1, balance: 90_000 }],
      ['store.written', { key: 'k1', status: 'completed', saved: 201 }],
    ])
  })

  it('commits the answer alone when the card was declined', () => {
    const { store, ledger, events } = doing({ name: 'tx.commit', row: DECLINED }, inserted)
    expect(store[NAME]?.answer).toEqual(answer(DECLINED))
    expect(ledger.charges).toEqual([])
    expect(events.map(event => event.data)).toEqual([{ key: 'k1', status: 'completed', saved: 402 }])
  })

  it('commits charge and 500 together where an error is saved', () => {
    const { store, ledger, events } = doing({ name: 'tx.commit', row: FAILED }, inserted)
    expect(store[NAME]).toEqual(record({ status: 'completed', life: 'ttl', answer: answer(FAILED) }))
    expect(ledger.charges).toHaveLength(1)
    expect(events.map(event => event.data?.saved)).toEqual([undefined, 500])
  })

  it('rolls charge and key back where a retry of an error runs again', () => {
    const { result, store, ledger, events } = doing(
      { name: 'tx.commit', row: FAILED },
      { settings: { errorReplay: 'run-again' }, store: { [NAME]: record(), other: record() } },
    )
    expect(result).toBeUndefined()
    expect(Object.keys(store)).toEqual(['other'])
    expect(ledger.charges).toEqual([])
    expect(events.map(event => [event.kind, event.data])).toEqual([
      ['store.written', { key: 'k1', status: 'rolled back' }],
    ])
  })

  it('commits in the shared database also where each instance has a memory of its own', () => {
    expect(Object.keys(doing({ name: 'tx.commit', row: ROW }, { ...OWN, worker: 1 }).store)).toEqual([NAME])
  })
})
