import { expireIn, timeToLive } from './expire.ts'
import { living, type Redis, withKey, withoutKeys } from './redis.ts'
import { bulk, failure, integer, NIL, type RedisReply } from './reply.ts'
import { OUT_OF_MEMORY, set } from './set.ts'

type Next = [Redis, RedisReply]

interface Command {
  /** How many words there are with the name; negative: at least so many (https://redis.io/docs/latest/develop/reference/key-specs/). */
  readonly arity: number
  run(redis: Redis, nowMs: number, given: readonly string[]): Next
}

/** Every command there is. Each is atomic: a state and its successor, and nothing between. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['exists', { arity: -2, run: (redis, _, keys) => [redis, integer(countIn(redis, keys))] }],
  ['get', { arity: 2, run: (redis, _, [key = '']) => [redis, stringAt(redis, key)] }],
  ['set', { arity: -3, run: set }],
  ['setnx', { arity: 3, run: setNx }],
  ['expire', { arity: -3, run: expireIn('expire', 1000) }],
  ['pexpire', { arity: -3, run: expireIn('pexpire', 1) }],
  ['ttl', { arity: 2, run: timeToLive(1000) }],
  ['pttl', { arity: 2, run: timeToLive(1) }],
  ['del', { arity: -2, run: deleteKeys }],
] satisfies [string, Command][])

/** The names of all commands there are, as one writes them. */
export const COMMAND_NAMES: readonly string[] = [...COMMANDS.keys()].map(name => name.toUpperCase())

/** Why words are no command; null when they are one. */
export function whyNoCommand(argv: readonly string[]): 'unknown' | 'arity' | null {
  const command = COMMANDS.get((argv[0] ?? '').toLowerCase())
  if (!command) return 'unknown'
  const { arity } = command
  return (arity < 0 ? argv.length >= -arity : argv.length === arity) ? null : 'arity'
}

/**
 * Does one command at a virtual time: the state after it, and the reply in Redis' own words. The errors are those of
 * Redis 7.
 */
export function command(redis: Redis, nowMs: number, argv: readonly string[]): Next {
  const now = living(redis, nowMs)
  const [name = '', ...given] = argv
  const known = COMMANDS.get(name.toLowerCase())
  switch (known && whyNoCommand(argv)) {
    case undefined:
      return [now, unknown(name, given)]
    case 'arity':
      return [now, failure(`ERR wrong number of arguments for '${name.toLowerCase()}' command`)]
    default:
      return (known as Command).run(now, nowMs, given)
  }
}

/** As Redis says it, which cuts what it repeats. */
function unknown(name: string, given: readonly string[]): RedisReply {
  let beginning = ''
  for (const word of given) {
    if (beginning.length >= 128) break
    beginning += `'${word.slice(0, 128 - beginning.length)}' `
  }
  return failure(`ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${beginning}`)
}

/** A key that is named twice counts twice. */
function countIn(redis: Redis, keys: readonly string[]): number {
  return keys.filter(key => redis.has(key)).length
}

function stringAt(redis: Redis, key: string): RedisReply {
  const entry = redis.get(key)
  return entry ? bulk(entry.value) : NIL
}

/** SETNX key value: 1 when it was set. It sets no expiry, and EXPIRE is another command. */
function setNx(redis: Redis, _: number, [key = '', value = '']: readonly string[]): Next {
  if (redis.has(key)) return [redis, integer(0)]
  const next = withKey(redis, key, { value, expiresAtMs: null })
  return next ? [next, integer(1)] : [redis, OUT_OF_MEMORY]
}

function deleteKeys(redis: Redis, _: number, keys: readonly string[]): Next {
  const gone = new Set(keys.filter(key => redis.has(key)))
  return [gone.size > 0 ? withoutKeys(redis, [...gone]) : redis, integer(gone.size)]
}
