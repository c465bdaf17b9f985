import { type Redis, withKey, withoutKeys } from './redis.ts'
import { failure, integer, type RedisReply } from './reply.ts'
import { MAX_MS, NOT_AN_INTEGER } from './set.ts'
import { wholeNumber } from './whole-number.ts'

type Next = [Redis, RedisReply]

/**
 * EXPIRE key seconds, PEXPIRE key milliseconds: 1 when there was such a key. A time that is not in the future deletes it
 * (https://redis.io/docs/latest/commands/expire/). The conditions NX, XX, GT and LT of Redis 7 are left out.
 */
export function expireIn(name: 'expire' | 'pexpire', unitMs: number) {
  return (redis: Redis, nowMs: number, [key = '', count = '', ...rest]: readonly string[]): Next => {
    const life = wholeNumber(count)
    if (rest.length > 0) return [redis, failure(`ERR Unsupported option ${rest[0]}`)]
    if (life === null) return [redis, NOT_AN_INTEGER]
    if (life > MAX_MS / unitMs / 2 || life < -MAX_MS / unitMs / 2)
      return [redis, failure(`ERR invalid expire time in '${name}' command`)]
    const entry = redis.get(key)
    if (!entry) return [redis, integer(0)]
    if (life <= 0) return [withoutKeys(redis, [key]), integer(1)]
    const expiring = { ...entry, expiresAtMs: nowMs + life * unitMs }
    return [withKey(redis, key, expiring) ?? redis, integer(1)]
  }
}

/** TTL in seconds, rounded as Redis rounds, PTTL in milliseconds: −1 lives for ever, −2 is not there. */
export function timeToLive(unitMs: number) {
  return (redis: Redis, nowMs: number, [key = '']: readonly string[]): Next => {
    const entry = redis.get(key)
    if (!entry) return [redis, integer(-2)]
    if (entry.expiresAtMs === null) return [redis, integer(-1)]
    const leftMs = entry.expiresAtMs - nowMs
    return [redis, integer(unitMs === 1 ? leftMs : Math.floor((leftMs + unitMs / 2) / unitMs))]
  }
}
