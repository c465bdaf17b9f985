import { describe, expect, it } from 'vitest'
import { PROMISES } from '../../checkers/checkers.ts'
import { DEFAULT_SETTINGS } from '../../scenario.ts'
import { STRATEGY_IDS, type StrategyId } from '../../server/strategies.ts'
import { explored, worldOf } from '../../testing/exploring.ts'
import { lastState } from '../../testing/run.ts'
import { replayChoices } from '../recorded.ts'
import type { Path } from './explore.ts'

const ALL_FAULTS = {
  attempts: 2,
  duplicate: 1,
  crash: 1,
  lease: 1,
  record: 1,
  failure: 1,
  refusal: 1,
} as const

const replay = (server: StrategyId, { choices }: Path) =>
  replayChoices(
    { ...worldOf(server), seed: DEFAULT_SETTINGS.seed },
    choices.map(choice => ({ choice })),
  )

/** Every way an exploration tells of: counterexamples and witnesses. */
function pathsOf(server: StrategyId): { name: string; path: Path }[] {
  const { promises, sometimes } = explored(server, ALL_FAULTS)
  const broken = PROMISES.flatMap(({ promise }) => {
    const found = promises[promise]
    return found.verdict === 'broken' ? [{ name: promise as string, path: found.counterexample }] : []
  })
  const seen = Object.entries(sometimes).flatMap(([name, path]) => (path ? [{ name, path }] : []))
  return [...broken, ...seen]
}

describe.each(STRATEGY_IDS)('what is found of %s', server => {
  const paths = pathsOf(server)

  it.each(paths)('replays in the recorded driver to the same state: $name', ({ path }) => {
    expect(lastState(replay(server, path))).toEqual(path.state)
  })

  it.each(paths.filter(({ name }) => name === 'at-most-one-charge' || name === 'told-paid-means-charged'))(
    'is told by the recorder at the last step and not before: $name',
    ({ name, path }) => {
      const trace = replay(server, path)
      const told = trace.events.filter(
        event => event.kind === 'promise.broken' && event.data?.promise === name,
      )
      expect(told.map(event => event.at)).toEqual([trace.endMs])
    },
  )
})
