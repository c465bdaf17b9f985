import { describe, expect, it } from 'vitest'
import type { StrategyId } from '../../sim/index.ts'
import { handlerLines } from '../../stage/handler-text.ts'
import { type Move, Walk } from '../../store/walk.ts'
import { placeOf, readsOf } from './work-at.ts'

const step = (worker: number): Move => ({ kind: 'step', worker })

function traceOf(strategy: StrategyId, ...moves: Move[]) {
  const walk = new Walk(strategy)
  for (const move of moves) walk.take(move)
  return walk.store.getState().trace
}

describe('where a worker stands', () => {
  it('is a line of the text that runs, until it has answered', () => {
    const moves = [step(0), step(0), step(0)]
    const texts = moves.map((_, index) => placeOf(traceOf('check-then-act', ...moves.slice(0, index)), 0))
    expect(texts.map(place => place?.text)).toEqual(['store.exists(', 'store.set(', 'ledger.charge('])
    for (const place of texts)
      expect(
        handlerLines('check-then-act').filter(({ text }) => text.includes(place?.text ?? '?')),
      ).toHaveLength(1)
    expect(placeOf(traceOf('check-then-act', ...moves, step(0)), 0)).toMatchObject({ doing: 'answered' })
  })

  it('is where it died, as long as it is dead', () => {
    const trace = traceOf('lua-get-or-claim', step(0), { kind: 'crash', worker: 0 })
    expect(placeOf(trace, 0)).toMatchObject({ text: 'ledger.charge(', doing: 'died', attempt: 1 })
    expect(placeOf(trace, 1)).toMatchObject({ text: 'store.claim(', doing: 'runs', attempt: 2 })
  })
})

describe('what a worker has learned of the key', () => {
  it('is nothing before it has looked, and what it saw then afterwards, however old', () => {
    const moves = [step(0), step(1), step(1)]
    expect(readsOf(traceOf('check-then-act'), 0)).toEqual([])
    expect(readsOf(traceOf('check-then-act', ...moves), 0)).toEqual(['the key is not there'])
    expect(readsOf(traceOf('check-then-act', step(0), step(0), step(1)), 1)).toEqual([
      'the key is there: “processing”',
    ])
  })

  it('is looked up and claimed in one stroke by the script', () => {
    const trace = traceOf('lua-get-or-claim', step(0), step(1))
    expect(readsOf(trace, 0)).toEqual(['the key was not there, and is claimed'])
    expect(readsOf(trace, 1)).toEqual(['the key is there: “processing”'])
  })

  it('is forgotten with the next request', () => {
    const moves: Move[] = [step(0), { kind: 'crash', worker: 0 }, step(1), step(1), { kind: 'again' }]
    expect(readsOf(traceOf('lua-get-or-claim', ...moves), 1)).toEqual([])
  })
})
