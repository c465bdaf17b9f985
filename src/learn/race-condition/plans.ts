import { duration } from '../../narrate/words.ts'
import type { RedisReply } from '../../sim/index.ts'
import type { Experiment } from '../predict/experiment.ts'
import { KEY, LEASE_MS, tokenOf } from './presets.ts'

/** The commands by which worker 1 means to take a lock that runs out. */
export interface Plan {
  readonly id: string
  readonly label: string
  readonly commands: readonly string[]
  readonly experiment: Experiment
  /** What the learner is to do, said while the prediction waits for it. */
  readonly waits: string
}

const WHEN = [
  { value: 'at-once', label: 'At once' },
  { value: 'later', label: `After ${duration(LEASE_MS)}` },
  { value: 'never', label: 'Never' },
]

function experimentOf(id: string, question: string): Experiment {
  const past = 'When did worker 2 get the lock?'
  return {
    id: `race-condition.${id}`,
    title: 'A crash, and the lock',
    asks: [{ id: 'when', question, past, options: WHEN }],
  }
}

const waitsFor = (command: string) =>
  `Your turn, below: send ${command}, let worker 1 crash, then try SETNX as worker 2, now and ${duration(LEASE_MS)} later.`

export const PLANS: readonly Plan[] = [
  {
    id: 'two-commands',
    label: 'SETNX, then EXPIRE',
    commands: [`SETNX ${KEY} ${tokenOf(1)}`, `EXPIRE ${KEY} ${LEASE_MS / 1000}`],
    experiment: experimentOf(
      'two-commands',
      'Worker 1 sends SETNX, and dies before its EXPIRE. When can worker 2 get the lock?',
    ),
    waits: waitsFor('SETNX'),
  },
  {
    id: 'one-command',
    label: 'SET NX PX',
    commands: [`SET ${KEY} ${tokenOf(1)} NX PX ${LEASE_MS}`],
    experiment: experimentOf(
      'one-command',
      'Worker 1 sends SET NX PX, and dies. When can worker 2 get the lock?',
    ),
    waits: waitsFor('SET NX PX'),
  },
]

/** What worker 2 may send: to take the lock, and to look at it. */
export const TRIES: readonly string[] = [`SETNX ${KEY} ${tokenOf(2)}`, `TTL ${KEY}`, `GET ${KEY}`]

/** Whether a command asked for the lock, by its words. */
function asksForLock([name = '', key, ...rest]: readonly string[]): boolean {
  if (key !== KEY) return false
  return /^setnx$/i.test(name) || (/^set$/i.test(name) && rest.some(word => /^nx$/i.test(word)))
}

/**
 * When worker 2 got the lock, as far as a try shows it: it got it, or did not although the lease would be over. Null when
 * it shows neither.
 */
export function whenGot(argv: readonly string[], reply: RedisReply, sinceCrashMs: number): string | null {
  if (!asksForLock(argv)) return null
  const got = reply.type === 'status' || (reply.type === 'integer' && reply.value === 1)
  if (got) return sinceCrashMs < LEASE_MS / 2 ? 'at-once' : 'later'
  return sinceCrashMs >= LEASE_MS ? 'never' : null
}
