import { expect } from 'vitest'
import type { Choice } from '../choice.ts'
import { drawWord } from '../draw.ts'
import type { Bounds } from '../drivers/exhaustive/bounds.ts'
import { Explorer } from '../drivers/exhaustive/explore.ts'
import { simulate } from '../drivers/timed.ts'
import { DEFAULT_SETTINGS, type Settings } from '../scenario.ts'
import type { StrategyId } from '../server/strategies.ts'
import type { Input } from '../session.ts'
import { ALL_THE_TIME, worldOf } from './exploring.ts'

/** A choice as the exploration makes it: by a person, and lost by the network. What it leaves out is left out. */
function explorable(choice: Choice): Choice[] {
  if (choice.kind === 'pause' || choice.kind === 'resume') return []
  if (choice.kind === 'retry') return [{ ...choice, by: 'person' }]
  return choice.kind === 'lose' ? [{ ...choice, by: 'network' }] : [choice]
}

const CRASHES = ['none', 'before-charge', 'after-charge', 'after-record', 'after-answer-is-ready'] as const

/** Settings and presses that overlap, are late, lost, crash and so on, drawn from a seed: three attempts at most. */
export function timedRun(server: StrategyId, seed: number, faults: Partial<Settings>) {
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

/** Runs within the bounds, until there are enough: the seeds of those that are no way through the explored graph. */
export function astray(
  server: StrategyId,
  bounds: Bounds,
  faults: Partial<Settings>,
  runs: number,
  firstSeed: number,
) {
  const explorer = new Explorer(worldOf(server), bounds)
  expect(explorer.run(ALL_THE_TIME).isComplete).toBe(true)
  const found: number[] = []
  for (let seed = firstSeed, walked = 0; walked < runs; seed += 1) {
    const choices = timedRun(server, seed, faults).steps.flatMap(step => explorable(step.choice))
    if (count(choices, 'duplicate') > Number(bounds.duplicate)) continue
    if (count(choices, 'expire') > Number(bounds.lease)) continue
    if (!explorer.isPath(choices)) found.push(seed)
    walked += 1
  }
  return found
}
