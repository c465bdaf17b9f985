import {
  type IdempotencyRecord,
  isKeyReused,
  isUnderWay,
  keyFor,
  recordsOf,
  SAVE_NO_ANSWER,
  type State,
  type StrategyId,
  workOf,
} from '../sim/index.ts'
import { ROLLED_BACK, TRANSACTION } from './reruns.ts'
import type { Judged } from './verdict.ts'
import type { Told } from './verdict-story.ts'
import { statusLine } from './words.ts'

/** The answer that every further attempt will get, though it says nothing. */
type Dead = 'in-table' | 'processing' | 'saved-error'

/**
 * A payment whose further attempts cannot teach the client how it ended; null while one of them may.
 * Its newest answer was of that kind already, and not its first.
 */
export function stuck({ state, payment, number }: Told, status: number | undefined): Judged | null {
  const dead = payment.attempts.length > 1 && isQuiet(state, number) ? deadEnd(state, number) : null
  if (!dead || status !== (dead === 'saved-error' ? 500 : 409)) return null
  return {
    tone: 'unsure',
    headline: `Stuck: every retry gets ${statusLine(status)}`,
    reason: REASONS[dead],
    rerun:
      dead === 'saved-error' ? ROLLED_BACK : state.settings.server === 'one-transaction' ? null : TRANSACTION,
  }
}

const REASONS: Readonly<Record<Dead, string>> = {
  'in-table':
    'While the key is in the table the bank answers nothing else: how the first request ended you never learn.',
  processing: 'The key says “processing”, and nobody is at work on it any more.',
  'saved-error':
    'The bank saved its error with the key and gives it again and again. Only its ledger knows more.',
}

/** Nothing of the payment is on its way, so that nothing more can come of what was sent. */
function isQuiet(state: State, number: number): boolean {
  return !isUnderWay(state, number) && state.wires.every(({ payment }) => payment !== number)
}

/** Where an attempt with the payment's key would end now, in whichever memory it is looked up. */
function deadEnd(state: State, number: number): Dead | null {
  const { settings, payments, workers } = state
  const payment = payments[number - 1]
  const key = payment ? keyFor(payment.keys, number, payment.attempts.length + 1) : null
  if (!payment || key === null || workers.some(worker => workOf(worker)?.message.key === key)) return null
  const records = recordsOf(state, key).filter(({ status }) => status !== 'locked')
  const ends = memoriesOf(settings, workers.length).map(instance => {
    const record = records.find(candidate => candidate.instance === instance)
    return record && !isKeyReused(record, payment.amount, payment.card)
      ? endAt(settings.server, record)
      : null
  })
  return ends.every(end => end === ends[0]) ? (ends[0] ?? null) : null
}

const IN_DATABASE: readonly StrategyId[] = ['unique-200', 'unique-409', 'one-transaction']
const CONFLICTS: readonly StrategyId[] = ['one-transaction', 'set-nx', 'lua-get-or-claim']

function memoriesOf({ server, memory }: State['settings'], workers: number): (number | null)[] {
  if (memory === 'shared' || IN_DATABASE.includes(server)) return [null]
  return Array.from({ length: workers }, (_, worker) => worker)
}

function endAt(server: StrategyId, { status, life, answer }: IdempotencyRecord): Dead | null {
  if (server === 'unique-409') return 'in-table'
  // A lease runs out, and then somebody else may try.
  if (status === 'processing' && life === 'ever') return CONFLICTS.includes(server) ? 'processing' : null
  return answer && answer.status >= 500 && !SAVE_NO_ANSWER.includes(server) ? 'saved-error' : null
}
