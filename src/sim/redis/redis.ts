/** A value and when it runs out, in virtual milliseconds; null for never. */
export interface Entry {
  readonly value: string
  readonly expiresAtMs: number | null
}

/** All there is in a small Redis. Only strings: nothing here needs more. */
export type Redis = ReadonlyMap<string, Entry>

export const EMPTY_REDIS: Redis = new Map()

/** Names and values together, in characters. A script that writes for ever must not fill the memory of the page. */
const MAX_CHARACTERS = 65_536

/**
 * Without what has run out by now. As in Redis itself, a key is gone when the time is past its expiry, not at it
 * (`keyIsExpired` in src/db.c of Redis 7).
 */
export function living(redis: Redis, nowMs: number): Redis {
  const isGone = ({ expiresAtMs }: Entry) => expiresAtMs !== null && nowMs > expiresAtMs
  if (![...redis.values()].some(isGone)) return redis
  return new Map([...redis].filter(([, entry]) => !isGone(entry)))
}

/** With a key set; null when that is more than fits. */
export function withKey(redis: Redis, key: string, entry: Entry): Redis | null {
  const next = new Map(redis).set(key, entry)
  let characters = 0
  for (const [name, { value }] of next) characters += name.length + value.length
  return characters > MAX_CHARACTERS ? null : next
}

export function withoutKeys(redis: Redis, keys: readonly string[]): Redis {
  return new Map([...redis].filter(([key]) => !keys.includes(key)))
}
