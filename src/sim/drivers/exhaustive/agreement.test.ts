import { describe, expect, it } from 'vitest'
import { PROMISES } from '../../checkers/checkers.ts'
import { STRATEGY_IDS, type StrategyId } from '../../server/strategies.ts'
import { FAULTS, type Fault, TABLE } from '../../testing/agreed.ts'
import { brokenIn, explored } from '../../testing/exploring.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import type { Bounds } from './bounds.ts'
import type { Exploration } from './explore.ts'

/** One exploration a strategy and fault, asked by several tests. */
const found = new Map<string, Exploration>()
function tableOf(server: StrategyId, fault: Fault): Exploration {
  const name = `${server} ${fault}`
  const exploration = found.get(name) ?? explored(server, FAULTS[fault])
  found.set(name, exploration)
  return exploration
}

const CASES = STRATEGY_IDS.flatMap(server =>
  (Object.keys(FAULTS) as Fault[]).map(fault => [server, fault, TABLE[server][fault]] as const),
)

describe('three attempts, any loss, impatient presses', () => {
  it.each(CASES)(
    '%s with one more fault (%s) breaks: %s',
    (server, fault, broken) => {
      const exploration = tableOf(server, fault)
      expect(brokenIn(exploration)).toBe(broken)
      // Nothing is kept for want of anything that could break it.
      const verdicts = Object.values(exploration.promises).map(({ verdict }) => verdict)
      expect(verdicts.filter(verdict => verdict === 'unknown' || verdict === 'vacuous')).toEqual([])
    },
    PATIENCE_MS,
  )

  it.each(STRATEGY_IDS)('%s breaks A with a new key for every attempt', server => {
    expect(brokenIn(explored(server, {}, { keys: 'per-attempt' }))).toMatch(/^A/)
  })

  it('never create or lose money', () => {
    for (const server of STRATEGY_IDS) {
      expect(tableOf(server, 'crash').promises['money-conserved']).toEqual({ verdict: 'holds' })
    }
  })
})

/** What the promises say of the bank's other faults and settings. */
describe('three attempts with', () => {
  const also = (server: StrategyId, bounds: Partial<Bounds>, settings = {}) =>
    brokenIn(explored(server, bounds, settings))

  it('a 500 that runs again are healed by a rollback or a downstream key, not by a record', () => {
    const again = { errorReplay: 'run-again' }
    expect(also('one-transaction', { failure: 1 }, again)).toBe('')
    expect(also('saved-response-downstream-key', { failure: 1 }, again)).toBe('')
    expect(also('lua-get-or-claim', { failure: 1 }, again)).toBe('A H')
  })

  it('a declined card break T where no answer is saved, and nothing else', () => {
    const declined = STRATEGY_IDS.map(server => [server, also(server, {}, { card: 'declined' })])
    const broken = Object.fromEntries(declined.filter(([, promises]) => promises))
    expect(broken).toEqual({ 'check-then-act': 'T', 'unique-200': 'T', 'set-nx': 'T' })
  })

  it('a memory for each instance break every store, and neither the database nor a downstream key', () => {
    const own = { memory: 'per-instance' }
    const broken = STRATEGY_IDS.filter(server => also(server, {}, own).includes('A'))
    expect(broken).toEqual([
      'no-key',
      'charge-then-record',
      'check-then-act',
      'set-nx',
      'lock-check-outside',
      'lua-get-or-claim',
      'saved-response',
    ])
  })
})

describe('every checker', () => {
  it('but the one of money is broken by some strategy', () => {
    const broken = new Set(STRATEGY_IDS.flatMap(server => brokenIn(tableOf(server, 'crash')).split(' ')))
    expect([...broken].filter(Boolean).sort()).toEqual(['A', 'H', 'T'])
    expect(PROMISES).toHaveLength(4)
  })
})
