import type { Frame, IdempotencyRecord, Trace } from '../sim/index.ts'

/** A record that the bank has, or had: then how it went. */
export interface Remembered {
  readonly record: IdempotencyRecord
  readonly gone: string | null
}

/** A key in one memory, and all that is or was remembered of it: its record, its lock. */
export interface SeenKey {
  readonly key: string
  /** Whose memory it is in: a worker's number from 0, or null for what all share. */
  readonly instance: number | null
  readonly records: readonly Remembered[]
}

/** The keys the bank has seen, oldest first. A record that is gone stays in sight until its key is written anew. */
export function seenKeys({ state, stepCount }: Frame, trace: Trace): SeenKey[] {
  const byName = goneBefore(stepCount, trace)
  for (const [name, record] of Object.entries(state.store)) {
    // Deleted first, so that what is written anew is also the newest.
    byName.delete(name)
    byName.set(name, { record, gone: null })
  }
  const keys = new Map<string, SeenKey>()
  for (const remembered of byName.values()) {
    const { key, instance } = remembered.record
    const name = `${key} ${instance}`
    keys.set(name, { key, instance, records: [...(keys.get(name)?.records ?? []), remembered] })
  }
  return [...keys.values()]
}

function goneBefore(stepCount: number, { opening, steps }: Trace): Map<string, Remembered> {
  const gone = new Map<string, Remembered>()
  for (let index = 0; index < stepCount; index += 1) {
    const step = steps[index]
    const how = step && howGone(step)
    if (!how) continue
    const before = (steps[index - 1]?.state ?? opening).store
    for (const name in before) {
      const record = before[name]
      if (!record || name in step.state.store) continue
      gone.delete(name)
      gone.set(name, { record, gone: how === 'crash' ? lostWith(record) : how })
    }
  }
  return gone
}

/** How the records went that a step took away; null when it took none, or when a lock was only let go. */
function howGone({ choice, events }: Trace['steps'][number]): string | null {
  if (choice.kind === 'expire') return 'expired'
  if (choice.kind === 'crash') return 'crash'
  const undone = events.find(({ data }) => data?.status === 'forgotten' || data?.status === 'rolled back')
  return undone ? String(undone.data?.status) : null
}

/** With a worker goes its own memory, and of what all share only what its transaction had not committed. */
function lostWith({ instance }: IdempotencyRecord): string {
  return instance === null ? 'rolled back' : 'forgotten'
}
