import { type Bounds, BUDGET, checkBounds, DEFAULT_SETTINGS, explore, STRATEGY_IDS } from '../sim/index.ts'

/** What all strategies together may take, warm, on one core. */
export const EXPLORATION_BUDGET_MS = 2000
/** Rounds; the first ones warm the engine up, and the fastest counts: other work only adds to it. */
const ROUNDS = 6

/** Whole milliseconds are fine enough for what takes hundreds. */
const now = () => Date.now()

function exploreWith(server: (typeof STRATEGY_IDS)[number], bounds: Partial<Bounds>) {
  const { seed: _, ...world } = { ...DEFAULT_SETTINGS, keys: 'per-payment', server } as const
  const start = now()
  const { isComplete, states } = explore(world, checkBounds(bounds), { ...BUDGET, now })
  return { ms: now() - start, isComplete, states }
}

/** Milliseconds for three attempts, any loss and one crash, all strategies; prints what the heaviest bounds take, one by one. */
export function exploreAll(): number {
  const rounds = Array.from({ length: ROUNDS }, () =>
    STRATEGY_IDS.reduce((sum, server) => sum + exploreWith(server, { crash: 1 }).ms, 0),
  )
  console.log('\n| one crash, one duplicate, one end of a lease | states | ms | |\n|---|--:|--:|---|')
  for (const server of STRATEGY_IDS) {
    const { ms, isComplete, states } = exploreWith(server, { crash: 1, duplicate: 1, lease: 1 })
    console.log(`| ${server} | ${states} | ${ms.toFixed(0)} | ${isComplete ? 'all seen' : 'unknown'} |`)
  }
  return Math.min(...rounds)
}
