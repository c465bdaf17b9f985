import { type Redis, withKey } from './redis.ts'
import { failure, NIL, OK, type RedisReply } from './reply.ts'
import { wholeNumber } from './whole-number.ts'

type Next = [Redis, RedisReply]

const SYNTAX_ERROR = failure('ERR syntax error')
export const NOT_AN_INTEGER = failure('ERR value is not an integer or out of range')
export const OUT_OF_MEMORY = failure("OOM command not allowed when used memory > 'maxmemory'.")

/** A time in milliseconds that a double holds exactly; Redis has 64 bits, which are 292 million years. */
export const MAX_MS = Number.MAX_SAFE_INTEGER

interface Options {
  readonly only: 'NX' | 'XX' | null
  /** The number as it was written, and the milliseconds of its unit. */
  readonly expiry: { readonly text: string; readonly unitMs: number } | null
}

/**
 * SET key value [NX | XX] [EX seconds | PX milliseconds] (https://redis.io/docs/latest/commands/set/): value, condition
 * and expiry in one command, so that nothing can come between. Without an expiry the key loses the one it had.
 */
export function set(redis: Redis, nowMs: number, [key = '', value = '', ...words]: readonly string[]): Next {
  const options = readOptions(words)
  if (!options) return [redis, SYNTAX_ERROR]
  const lifeMs = lifeOf(options.expiry)
  if (typeof lifeMs === 'object' && lifeMs !== null) return [redis, lifeMs]
  const isThere = redis.has(key)
  if (options.only === 'NX' ? isThere : options.only === 'XX' && !isThere) return [redis, NIL]
  const next = withKey(redis, key, { value, expiresAtMs: lifeMs === null ? null : nowMs + lifeMs })
  return next ? [next, OK] : [redis, OUT_OF_MEMORY]
}

function readOptions(words: readonly string[]): Options | null {
  let only: Options['only'] = null
  let expiry: Options['expiry'] = null
  for (let index = 0; index < words.length; index += 1) {
    const word = (words[index] ?? '').toUpperCase()
    if ((word === 'NX' || word === 'XX') && (only === null || only === word)) only = word
    else if ((word === 'EX' || word === 'PX') && expiry === null && index + 1 < words.length) {
      index += 1
      expiry = { text: words[index] ?? '', unitMs: word === 'EX' ? 1000 : 1 }
    } else return null
  }
  return { only, expiry }
}

/** How long the value lives, null for ever; or why that cannot be. */
function lifeOf(expiry: Options['expiry']): number | RedisReply | null {
  if (!expiry) return null
  const count = wholeNumber(expiry.text)
  if (count === null) return NOT_AN_INTEGER
  const isTime = count > 0 && count <= MAX_MS / expiry.unitMs / 2
  return isTime ? count * expiry.unitMs : failure("ERR invalid expire time in 'set' command")
}
