import { describe, expect, it } from 'vitest'
import { chargesOf, recordsOf, type StrategyId } from '../sim/index.ts'
import { endOf, type Move, movesOf, newsOf, Walk } from './walk.ts'

const step = (worker: number): Move => ({ kind: 'step', worker })
const crash = (worker: number): Move => ({ kind: 'crash', worker })

function walked(strategy: StrategyId, ...moves: Move[]): Walk {
  const walk = new Walk(strategy)
  for (const move of moves) walk.take(move)
  return walk
}
const stateOf = (walk: Walk) => endOf(walk.store.getState().trace)
const charges = (walk: Walk) => chargesOf(stateOf(walk).ledger, 1)
const kinds = (walk: Walk) => newsOf(walk.store.getState()).map(({ kind }) => kind)

describe('a walk', () => {
  it('begins where both requests have arrived and none of the code has run', () => {
    const walk = walked('check-then-act')
    expect(stateOf(walk).workers.map(worker => worker !== 'down' && worker?.message.attempt)).toEqual([1, 2])
    expect(movesOf(stateOf(walk))).toEqual([step(0), crash(0), step(1), crash(1)])
    expect([charges(walk), kinds(walk)]).toEqual([0, []])
  })

  it('goes on by the choices of whoever walks it, and tells what each did', () => {
    const walk = walked('check-then-act', step(0), step(1), step(0), step(1), step(1))
    expect(kinds(walk)).toEqual(['ledger.charged'])
    walk.take(step(0))
    expect(kinds(walk)).toEqual(['ledger.charged', 'promise.broken'])
    expect(charges(walk)).toBe(2)
  })

  it('brings an answer to the client within the move that sends it', () => {
    const walk = walked('check-then-act', step(0), step(0), step(0), step(0))
    expect(kinds(walk)).toEqual(['response.sent', 'response.delivered', 'payment.paid'])
    expect(stateOf(walk).wires).toEqual([])
  })

  it('goes back move by move, and leaves nothing of what is undone', () => {
    const walk = walked('lua-get-or-claim', step(0))
    const { trace } = walk.store.getState()
    walk.take(step(0))
    walk.undo()
    expect(walk.store.getState().trace).toEqual(trace)
    walk.undo()
    walk.undo()
    expect(walk.store.getState()).toMatchObject({ moves: [], news: 0 })
  })

  it('begins anew, also under another strategy', () => {
    const walk = walked('check-then-act', step(0))
    walk.restart('set-nx')
    expect(walk.store.getState()).toMatchObject({ strategy: 'set-nx', moves: [], news: 0 })
    expect(stateOf(walk).settings.server).toBe('set-nx')
  })

  it('takes no move that may not be made', () => {
    const walk = walked('check-then-act')
    for (const move of [
      { kind: 'again' },
      { kind: 'restart', worker: 0 },
      { kind: 'expire' },
      step(2),
    ] as const)
      walk.take(move)
    expect(walk.store.getState().moves).toEqual([])
  })

  it('lets one send again once a worker is free and the client does not know, and the request arrives', () => {
    const walk = walked('lua-get-or-claim', step(0), crash(0), step(1), step(1))
    expect(movesOf(stateOf(walk))).toEqual([{ kind: 'restart', worker: 0 }, { kind: 'again' }])
    walk.take({ kind: 'again' })
    expect(kinds(walk)).toEqual(['attempt.sent', 'request.delivered', 'handler.started'])
    expect(movesOf(stateOf(walk))).toContainEqual(step(1))
  })

  it('lets a lease run out, and nothing else', () => {
    const lease = walked('set-nx', step(0))
    expect(movesOf(stateOf(lease))).toContainEqual({ kind: 'expire' })
    lease.take({ kind: 'expire' })
    expect(recordsOf(stateOf(lease), 'k1')).toEqual([])
    const marked = walked('check-then-act', step(0), step(0))
    expect(movesOf(stateOf(marked)).some(({ kind }) => kind === 'expire')).toBe(false)
  })
})
