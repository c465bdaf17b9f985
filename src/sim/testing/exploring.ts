import type { PromiseName } from '../checkers/checker.ts'
import { PROMISES } from '../checkers/checkers.ts'
import { oneMoreAttempt } from '../checkers/heals.ts'
import type { Choice } from '../choice.ts'
import { type Bounds, checkBounds } from '../drivers/exhaustive/bounds.ts'
import { BUDGET, type Budget, type Exploration, explore } from '../drivers/exhaustive/explore.ts'
import { replayChoices } from '../drivers/recorded.ts'
import { withoutRecords } from '../idempotency/store.ts'
import { DEFAULT_SETTINGS, type Settings } from '../scenario.ts'
import type { StrategyId } from '../server/strategies.ts'
import type { State, WorldSettings } from '../state.ts'

/** A clock that stands still: what a test pins must not hang on how fast the machine is. */
export const ALL_THE_TIME: Budget = { ...BUDGET, now: () => 0 }

/** The world of a strategy whose clients do it right: one key a payment. */
export function worldOf(server: StrategyId, settings: Partial<Settings> = {}): WorldSettings {
  const { seed: _, ...world } = { ...DEFAULT_SETTINGS, keys: 'per-payment', server, ...settings } as const
  return world
}

export function explored(
  server: StrategyId,
  bounds: Partial<Bounds> = {},
  settings: Partial<Settings> = {},
  identity?: (state: State) => string,
): Exploration {
  return explore(worldOf(server, settings), checkBounds(bounds), ALL_THE_TIME, identity)
}

/** The same exploration with states compared by key, and by all there is to them. */
export function exploredBothWays(...[server, bounds, settings]: Parameters<typeof explored>) {
  const byKey = explored(server, bounds, settings)
  const whole = explored(server, bounds, settings, state => JSON.stringify(state))
  return { byKey, whole }
}

/**
 * The counterexample to a promise, as choices and as the events it is told by; and the events of what should have healed
 * it: leases run out, and there is one more attempt.
 */
export function counterexampleTo(promise: PromiseName, server: StrategyId, bounds: Partial<Bounds>) {
  const found = explored(server, bounds).promises[promise]
  if (found.verdict !== 'broken') throw new Error(`${server} keeps the promise ${promise}.`)
  const { choices, badLuck, state } = found.counterexample
  const healing = promise === 'heals' ? healingOf(state) : []
  const eventsOf = (all: readonly Choice[]) =>
    replayChoices(
      { ...worldOf(server), seed: DEFAULT_SETTINGS.seed },
      all.map(choice => ({ choice })),
    ).events
  const events = eventsOf(choices)
  return { choices, badLuck, events, healing: eventsOf([...choices, ...healing]).slice(events.length) }
}

function healingOf(end: State): Choice[] {
  const leases = Object.keys(end.store).filter(name => end.store[name]?.life === 'lease')
  const expiries = leases.map((record): Choice => ({ kind: 'expire', record }))
  return [...expiries, ...oneMoreAttempt(withoutRecords(end, leases), 1)[1]]
}

const LETTERS: Readonly<Record<PromiseName, string>> = {
  'at-most-one-charge': 'A',
  'told-paid-means-charged': 'T',
  heals: 'H',
  'money-conserved': 'M',
}

/**
 * The letters of the broken promises, as SEMANTICS §4 has them: 'A', 'T H', or '' for none.
 *
 * @throws Error when the exploration is not complete: what it has not broken is not kept
 */
export function brokenIn({ promises, isComplete }: Exploration): string {
  if (!isComplete) throw new Error('The exploration was not completed.')
  return PROMISES.filter(({ promise }) => promises[promise].verdict === 'broken')
    .map(({ promise }) => LETTERS[promise])
    .join(' ')
}

/** The bad luck and the length of each counterexample: 'A 1/6, H 2/9'. */
export function counterexamplesOf({ promises }: Exploration): string {
  return PROMISES.flatMap(({ promise }) => {
    const found = promises[promise]
    if (found.verdict !== 'broken') return []
    return `${LETTERS[promise]} ${found.counterexample.badLuck}/${found.counterexample.choices.length}`
  }).join(', ')
}
