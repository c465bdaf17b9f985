// The orders of two requests: what the lab says of them is held by the walk it walks and by the explorer, which follows them all.
import { describe, expect, it } from 'vitest'
import {
  BUDGET,
  chargesOf,
  checkBounds,
  DEFAULT_SETTINGS,
  explore,
  type StrategyId,
} from '../../sim/index.ts'
import { endOf, type Move, Walk } from '../../store/walk.ts'
import { ROUNDS } from './rounds.ts'

/** Everything two requests with one key can do when the network does nothing to them: only who goes next is open. */
function everyOrder(server: StrategyId, bounds = {}) {
  const { seed: _, ...world } = { ...DEFAULT_SETTINGS, keys: 'per-payment', server } as const
  const all = checkBounds({ attempts: 2, loss: 0, late: 0, press: 1, ...bounds })
  return explore(world, all, { ...BUDGET, now: () => 0 })
}

function walked(strategy: StrategyId, moves: readonly Move[]) {
  const walk = new Walk(strategy)
  for (const move of moves) walk.take(move)
  return walk.store.getState()
}
const round = (strategy: StrategyId) =>
  ROUNDS.find(each => each.strategy === strategy) as (typeof ROUNDS)[number]
const happened = (strategy: StrategyId, moves: readonly Move[]) =>
  round(strategy).happened(walked(strategy, moves))
const step = (worker: number): Move => ({ kind: 'step', worker })

describe('the shortest schedule of a round', () => {
  it.each(ROUNDS)(
    '$label comes to what was asked, with every move of it and not before',
    ({ strategy, shortest, happened }) => {
      const walk = walked(strategy, shortest)
      expect(walk.moves).toEqual(shortest)
      expect(happened(walk)).not.toBeNull()
      for (let length = 0; length < shortest.length; length += 1)
        expect(happened(walked(strategy, shortest.slice(0, length)))).toBeNull()
    },
  )

  it.each([
    ['check-then-act', {}],
    ['set-nx', { lease: 1 }],
  ] as const)('of %s is as short as any the explorer finds', (strategy, bounds) => {
    const found = everyOrder(strategy, bounds).promises['at-most-one-charge']
    if (found.verdict !== 'broken') throw new Error('There is none.')
    const moves = found.counterexample.choices.filter(({ kind }) => kind === 'step' || kind === 'expire')
    expect(round(strategy).shortest).toHaveLength(moves.length)
  })
})

describe('what has happened', () => {
  it('claim: twice – two looks before either mark charge twice, without any fault', () => {
    const { shortest } = round('check-then-act')
    expect(happened('check-then-act', shortest)).toEqual({ charges: '2', needs: 'order' })
    const { trace } = walked('check-then-act', shortest)
    const looks = round('check-then-act').decided(trace)
    const marked = trace.events.find(({ kind }) => kind === 'store.written')
    expect(looks.map(({ worker }) => worker)).toEqual(['w1', 'w2'])
    expect(looks.every(({ id }) => id < (marked?.id ?? 0))).toBe(true)
  })

  it('is nothing while one order after the other charges once', () => {
    const oneByOne = [step(0), step(0), step(0), step(0), step(1), step(1)]
    expect(happened('check-then-act', oneByOne)).toBeNull()
  })

  it('claim: stuck – a crash after the claim leaves “processing”, 409 for every retry, and no charge', () => {
    const { shortest } = round('lua-get-or-claim')
    expect(happened('lua-get-or-claim', shortest)).toEqual({ answer: '409', charges: '0' })
    // However often one presses, and although the worker is back.
    const again: Move[] = [{ kind: 'restart', worker: 0 }]
    for (let press = 0; press < 5; press += 1) again.push({ kind: 'again' }, step(0), step(0))
    const { trace, moves } = walked('lua-get-or-claim', [...shortest, ...again])
    expect(moves).toHaveLength(shortest.length + again.length)
    const statuses = trace.events
      .filter(({ kind }) => kind === 'response.sent')
      .map(({ response }) => response?.status)
    expect(statuses).toEqual([409, 409, 409, 409, 409, 409])
    const { ledger, store, payments } = endOf(trace)
    expect([chargesOf(ledger, 1), payments[0]?.belief]).toEqual([0, 'unknown'])
    expect(Object.values(store)).toMatchObject([{ status: 'processing', life: 'ever' }])
    expect(everyOrder('lua-get-or-claim', { crash: 1 }).promises.heals.verdict).toBe('broken')
  })

  it('claim: lease – a lease that runs out under a slow worker lets both charge', () => {
    expect(happened('set-nx', round('set-nx').shortest)).toEqual({ charges: '2' })
    expect(everyOrder('set-nx').promises['at-most-one-charge'].verdict).toBe('holds')
  })
})

describe('all orders', () => {
  it('claim: all-orders – of one atomic script are 546, and none of them charges twice', () => {
    const { schedules, isComplete, promises } = everyOrder('lua-get-or-claim')
    expect([schedules, isComplete]).toEqual([546n, true])
    expect(promises['at-most-one-charge'].verdict).toBe('holds')
  })
})
