import { describe, expect, it } from 'vitest'
import { request } from '../testing/request.ts'
import type { StrategyId } from './strategies.ts'
import {
  isInTransaction,
  operationOf,
  pendingOf,
  performedOf,
  type Work,
  workerName,
  workOf,
} from './worker.ts'

const ROW = { id: 'ch_1_1', amount: 10_000, declined: false, failed: false }
const FAILED = { ...ROW, failed: true }
const RUNNING = { differs: false, running: true }

const at = (handler: StrategyId, ...results: unknown[]): Work => ({
  handler,
  message: request(),
  results,
  asleep: false,
})

describe('a worker', () => {
  it('is at its work, and at none when idle, down or unknown', () => {
    const work = at('no-key')
    expect([workOf(work), workOf(null), workOf('down'), workOf(undefined)]).toEqual([work, null, null, null])
  })

  it('is called by its number from 1', () => {
    expect([workerName(0), workerName(1)]).toEqual(['w1', 'w2'])
  })
})

describe('where a worker stands', () => {
  it('follows from the results it has had', () => {
    expect(operationOf(at('one-transaction'))).toEqual({ name: 'tx.insert', text: 'tx.insert(' })
    expect(operationOf(at('one-transaction', null))).toEqual({ name: 'tx.charge', text: 'tx.charge(' })
    expect(operationOf(at('one-transaction', null, ROW))).toEqual({ name: 'tx.commit', text: 'tx.commit(' })
    expect(operationOf(at('one-transaction', null, ROW, undefined))).toEqual({
      name: 'answer',
      text: 'answer(row)',
    })
    expect(operationOf(at('one-transaction', RUNNING))).toEqual({ name: 'answer', text: 'conflict()' })
  })

  it('tells what it has done, in order, with what it was done with', () => {
    expect(performedOf(at('one-transaction'))).toEqual([])
    expect(performedOf(at('one-transaction', RUNNING))).toEqual([{ name: 'tx.insert' }])
    expect(performedOf(at('saved-response-downstream-key', null, ROW, undefined))).toEqual([
      { name: 'store.claim', key: 'k1' },
      { name: 'ledger.charge', key: 'k1' },
      { name: 'store.save', key: 'k1', row: ROW },
    ])
    expect(performedOf(at('saved-response', null, ROW)).at(-1)).toEqual({ name: 'ledger.charge', key: null })
  })

  it('runs no-key also without a key', () => {
    const work: Work = { ...at('no-key', ROW), message: request({ key: null }) }
    expect(pendingOf(work)).toMatchObject({ answer: { status: 201 } })
  })
})

describe('a charge that failed', () => {
  it.each<[StrategyId, unknown[], string]>([
    ['one-transaction', [null], 'tx.commit'],
    ['charge-then-record', [null], 'store.save'],
    ['lua-get-or-claim', [null], 'store.save'],
    ['lock-check-outside', [null, true], 'store.save'],
  ])('is carried on by %s, to be saved or rolled back', (handler, before, name) => {
    expect(pendingOf(at(handler, ...before, FAILED))).toMatchObject({ operation: { name, row: FAILED } })
  })

  it('ends set-nx where it stands, before it marks the key done', () => {
    expect(pendingOf(at('set-nx', null, ROW))).toMatchObject({ operation: { name: 'store.set' } })
    expect(pendingOf(at('set-nx', null, FAILED))).toMatchObject({
      answer: { status: 500, text: 'answer(row)' },
    })
  })

  it.each<[StrategyId, unknown[]]>([
    ['no-key', []],
    ['check-then-act', [false, undefined]],
    ['unique-200', [null]],
    ['unique-409', [null]],
  ])('is answered 500 by %s at once', (handler, before) => {
    expect(pendingOf(at(handler, ...before, FAILED))).toMatchObject({ answer: { status: 500 } })
  })

  it('still unlocks and answers 500 once it is saved', () => {
    const saved = [null, true, FAILED, undefined]
    expect(operationOf(at('lock-check-outside', ...saved)).name).toBe('store.unlock')
    expect(pendingOf(at('lock-check-outside', ...saved, undefined))).toMatchObject({
      answer: { status: 500 },
    })
  })
})

describe('a worker is in a transaction', () => {
  it.each<[string, Work, boolean]>([
    ['before its insert', at('one-transaction'), false],
    ['once it has inserted its key', at('one-transaction', null), true],
    ['with its charge staged', at('one-transaction', null, ROW), true],
    ['after its commit', at('one-transaction', null, ROW, undefined), false],
    ['when the key was there', at('one-transaction', RUNNING), false],
    ['when an insert was a transaction of its own', at('unique-200', null), false],
    ['without a database', at('no-key', ROW), false],
  ])('%s', (_, work, open) => {
    expect(isInTransaction(work)).toBe(open)
  })
})
