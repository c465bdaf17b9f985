import type { State, StrategyId, TraceEvent } from '../sim/index.ts'
import { beforeOn, type Charging, chargingOf, diedBefore, type Past } from './past.ts'
import { KEYS_KEPT, TRANSACTION } from './reruns.ts'
import type { Judged } from './verdict.ts'

type Why = Pick<Judged, 'reason' | 'rerun'>

/** Why two requests with one and the same key were both charged: read off what happened, not off the setting. */
export function whyInSpiteOfTheKey(
  past: Past,
  charges: readonly TraceEvent[],
  handlers: readonly StrategyId[],
  settings: State['settings'],
): Why {
  const [first, second] = charges
  const handler = handlers[0]
  const unlike = handlers.some(other => other !== handler)
  if (unlike || !first || !second)
    return because('Each request carried the key, but one was charged under another server strategy.')
  if (handler === 'no-key') return because('Each request carried the key, but this bank never looks at it.')
  // Who looked later could have known of the other, and did not, even if it charged before it.
  const [a, b] = [chargingOf(past, first), chargingOf(past, second)]
  const [earlier, later] = (a.look?.id ?? 0) < (b.look?.id ?? 0) ? [a, b] : [b, a]
  return whyNotKnown(past, earlier, later, settings, handler)
}

function because(reason: string): Why {
  return { reason, rerun: TRANSACTION }
}

function whyNotKnown(
  past: Past,
  earlier: Charging,
  later: Charging,
  settings: State['settings'],
  handler?: StrategyId,
): Why {
  const { look, lock } = later
  if (look?.data?.found === 'processing')
    return because('The bank found the key “processing”, took that for a crash and charged again.')
  const before = look && beforeOn(past, look)
  const died = look !== undefined && diedBefore(past, earlier, look)
  if (before?.kind === 'record.expired') {
    return before.data?.life === 'lease'
      ? because(`${leaseRanOut(died)}, so another could claim the key and charge.`)
      : { reason: FORGOTTEN, rerun: settings.ttl < (KEYS_KEPT.settings.ttl ?? 0) ? KEYS_KEPT : null }
  }
  if (before?.data?.status === 'forgotten')
    return because('The bank broke after the charge and forgot the key, so the next request ran afresh.')
  if (lock && beforeOn(past, lock)?.kind === 'record.expired')
    return because(`${leaseRanOut(died)}, so another could get the lock and charge.`)
  const moved = past.some(
    ({ kind, data }) => kind === 'settings.changed' && Object.hasOwn(Object(data?.settings), 'memory'),
  )
  if (settings.memory === 'per-instance' && !moved)
    return because(
      before
        ? 'The instance that knew the key died, and its memory with it.'
        : 'Two instances, and neither knows the keys of the other.',
    )
  return because(before && handler !== 'lock-check-outside' ? NOT_FOUND : raced(handler, died))
}

const FORGOTTEN =
  'The bank had forgotten the key by then: its record had expired. To it the retry was a new payment.'
const NOT_FOUND = 'The bank did not find the key when it looked, and charged again.'

function leaseRanOut(died: boolean): string {
  return died ? 'The first worker died and its lease ran out' : 'The lease ran out before the first was done'
}

/** The first had left nothing behind yet that the second could have found. */
function raced(handler: StrategyId | undefined, died: boolean): string {
  switch (handler) {
    case 'check-then-act':
      return 'Two workers looked for the key before either had written it down.'
    case 'charge-then-record':
      return died
        ? 'A worker died between the charge and the record, so the next request found no key.'
        : 'Both requests looked for the key before either had recorded it.'
    case 'lock-check-outside':
      return 'The second looked before it had the lock. By the time it got it, what it had seen was old.'
    default:
      return NOT_FOUND
  }
}
