import { describe, expect, it } from 'vitest'
import { Scene } from '../testing/scene.ts'
import { type CrashPoint, hasJustCharged, isAboutToCharge, isAt } from './crash-point.ts'
import { STRATEGY_IDS, type StrategyId } from './strategies.ts'
import { performedOf, type Work, workOf } from './worker.ts'

/** Where a worker stands from its first moment to its last: after no operation, after one, and so on. */
function positionsOf(server: StrategyId, card: 'ok' | 'declined' = 'ok'): Work[] {
  const scene = new Scene({ keys: 'per-payment', server, card }).pay().deliver('p1.a1.request')
  const works: Work[] = []
  for (;;) {
    const work = workOf(scene.state.workers[0])
    if (!work) return works
    works.push(work)
    scene.step(1, 1)
  }
}

/** After how many operations a worker stands at the point. */
const standsAt = (point: CrashPoint, server: StrategyId) =>
  positionsOf(server).flatMap((work, done) => (isAt(point, work) ? [done] : []))

/** Strategy, and the operations after which it is before its charge, after it, after a record, and at its answer. */
const POINTS: [StrategyId, Record<CrashPoint, number[]>][] = [
  ['no-key', points([0], [1], [], [1])],
  ['charge-then-record', points([1], [2], [3], [3])],
  ['check-then-act', points([2], [3], [2], [3])],
  ['unique-200', points([1], [2], [1], [2])],
  ['unique-409', points([1], [2], [1], [2])],
  ['one-transaction', points([1], [2], [3], [3])],
  ['set-nx', points([1], [2], [3], [3])],
  ['lock-check-outside', points([2], [3], [4], [5])],
  ['lua-get-or-claim', points([1], [2], [3], [3])],
  ['saved-response', points([1], [2], [3], [3])],
  ['saved-response-downstream-key', points([1], [2], [3], [3])],
]

function points(before: number[], after: number[], recorded: number[], ready: number[]) {
  return {
    'before-charge': before,
    'after-charge': after,
    'after-record': recorded,
    'after-answer-is-ready': ready,
  }
}

describe('a crash point', () => {
  it('is known of every strategy', () => {
    expect(POINTS.map(([server]) => server)).toEqual(STRATEGY_IDS)
  })

  it.each(
    POINTS.flatMap(([server, at]) =>
      Object.entries(at).map(([point, done]) => [server, point, done] as const),
    ),
  )('of %s, %s, is after operations %j', (server, point, done) => {
    expect(standsAt(point as CrashPoint, server)).toEqual(done)
  })

  it('after the charge is also there when the card was declined', () => {
    expect(positionsOf('no-key', 'declined').map(hasJustCharged)).toEqual([false, true])
  })
})

describe('a worker', () => {
  it('is about to charge in a transaction as in the ledger', () => {
    expect(positionsOf('one-transaction').map(isAboutToCharge)).toEqual([false, true, false, false])
    expect(positionsOf('no-key').map(isAboutToCharge)).toEqual([true, false])
  })

  it('that replays an answer stands at none but the last point', () => {
    const scene = new Scene({ keys: 'per-payment' }).pay().serve(1, 1).pay()
    const work = workOf(scene.deliver('p1.a2.request').step(1, 2).state.workers[0]) as Work
    expect(performedOf(work).map(({ name }) => name)).toEqual(['tx.insert'])
    expect(
      (['before-charge', 'after-charge', 'after-record'] as const).filter(point => isAt(point, work)),
    ).toEqual([])
    expect(isAt('after-answer-is-ready', work)).toBe(true)
  })
})
