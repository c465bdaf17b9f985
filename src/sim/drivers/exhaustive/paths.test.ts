import { describe, expect, it } from 'vitest'
import type { Choice } from '../../choice.ts'
import { drawWord } from '../../draw.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../scenario.ts'
import { STRATEGY_IDS, type StrategyId } from '../../server/strategies.ts'
import type { Input } from '../../session.ts'
import { ALL_THE_TIME, worldOf } from '../../testing/exploring.ts'
import { PATIENCE_MS } from '../../testing/property.ts'
import { simulate } from '../timed.ts'
import { type Bounds, checkBounds } from './bounds.ts'
import { Explorer } from './explore.ts'

/** A choice as the exploration makes it: by a person, and lost by the network. What it leaves out is left out. */
function explorable(choice: Choice): Choice[] {
  if (choice.kind === 'pause' || choice.kind === 'resume') return []
  if (choice.kind === 'retry') return [{ ...choice, by: 'person' }]
  return choice.kind === 'lose' ? [{ ...choice, by: 'network' }] : [choice]
}

const CRASHES = ['none', 'before-charge', 'after-charge', 'after-record', 'after-answer-is-ready'] as const

/** Settings and presses that overlap, are late, lost, crash and so on, drawn from a seed: three attempts at most. */
function timedRun(server: StrategyId, seed: number, faults: Partial<Settings>) {
  const draw = (index: number, below: number) => drawWord(seed, 'jitter', index) % below
  const latest = 20 + draw(0, 1500)
  const isAutomatic = draw(1, 2) === 0
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    keys: 'per-payment',
    server,
    seed,
    responseLoss: draw(2, 10) / 10,
    requestLoss: draw(3, 5) / 10,
    latency: `${draw(4, 20)}-${latest}`,
    timeout: 100 + draw(5, 2500),
    retry: isAutomatic ? 'auto' : 'manual',
    attempts: 3,
    crash: CRASHES[draw(6, CRASHES.length)] ?? 'none',
    pause: draw(7, 3) === 0 ? draw(8, 1500) : 0,
    lease: 100 + draw(9, 3000),
    ...faults,
  }
  const presses = isAutomatic ? 1 : 3
  const inputs = Array.from(
    { length: presses },
    (_, press): Input => ({ at: press * draw(10 + press, 2500), type: 'pay' }),
  )
  return simulate({ settings, inputs: inputs.sort((a, b) => a.at - b.at) })
}

const count = (choices: readonly Choice[], kind: Choice['kind']) =>
  choices.filter(choice => choice.kind === kind).length

/** Runs within the bounds, until there are enough, and whether each is a way through the explored graph. */
function walk(
  server: StrategyId,
  bounds: Bounds,
  faults: Partial<Settings>,
  runs: number,
  firstSeed: number,
) {
  const explorer = new Explorer(worldOf(server), bounds)
  expect(explorer.run(ALL_THE_TIME).isComplete).toBe(true)
  const astray: number[] = []
  for (let seed = firstSeed, walked = 0; walked < runs; seed += 1) {
    const choices = timedRun(server, seed, faults).steps.flatMap(step => explorable(step.choice))
    if (count(choices, 'duplicate') > Number(bounds.duplicate)) continue
    if (count(choices, 'expire') > Number(bounds.lease)) continue
    if (!explorer.isPath(choices)) astray.push(seed)
    walked += 1
  }
  return astray
}

describe('a timed run within the bounds is a path of the explored graph', () => {
  const crashes = checkBounds({ crash: 1, lease: 1 })
  it.each(STRATEGY_IDS)(
    '%s, three attempts with crashes and ends of leases (seeds from 0, 200 runs)',
    server => {
      expect(walk(server, crashes, {}, 200, 0)).toEqual([])
    },
    PATIENCE_MS,
  )

  const duplicates = checkBounds({ duplicate: 1 })
  it.each(STRATEGY_IDS)(
    '%s, three attempts with a duplicate (seeds from 10000, 164 runs)',
    server => {
      expect(
        walk(server, duplicates, { duplicate: 0.3, crash: 'none', lease: 86_400_000 }, 164, 10_000),
      ).toEqual([])
    },
    PATIENCE_MS,
  )

  it('and a run beyond the bounds is none', () => {
    const explorer = new Explorer(worldOf('one-transaction'), checkBounds({ attempts: 1 }))
    explorer.run(ALL_THE_TIME)
    const choices = simulate({
      settings: { ...DEFAULT_SETTINGS, keys: 'per-payment', responseLoss: 0 },
      inputs: [0, 100].map(at => ({ at, type: 'pay' })),
    }).steps.map(step => step.choice)
    expect(explorer.isPath(choices.slice(0, 1))).toBe(true)
    expect(explorer.isPath(choices)).toBe(false)
  })
})
