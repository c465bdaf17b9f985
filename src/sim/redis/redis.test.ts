import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMAND_NAMES, command } from './command.ts'
import { EMPTY_REDIS, type Redis } from './redis.ts'
import { printReply } from './reply.ts'
import { wholeNumber } from './whole-number.ts'
import { wordsOf } from './words.ts'

/** Lines one after the other, each `at ms> words` or at 0; what redis-cli prints of the last. */
function session(...lines: string[]): string {
  let redis: Redis = EMPTY_REDIS
  let printed = ''
  for (const line of lines) {
    const [, at = '0', words = ''] = /^(?:(\d+)> )?(.*)$/s.exec(line) ?? []
    const [next, reply] = command(redis, Number(at), wordsOf(words) ?? [])
    redis = next
    printed = printReply(reply)
  }
  return printed
}

describe('SET', () => {
  it.each<[string[], string]>([
    [['SET k v'], 'OK'],
    [['SET k v', 'GET k'], '"v"'],
    [['set k v nx'], 'OK'],
    [['SET k v', 'SET k w NX'], '(nil)'],
    [['SET k v', 'SET k w NX', 'GET k'], '"v"'],
    [['SET k v XX'], '(nil)'],
    [['SET k v', 'SET k w XX', 'GET k'], '"w"'],
    [['SET k v NX PX 1500', 'PTTL k'], '(integer) 1500'],
    [['SET k v PX 1500 NX', 'PTTL k'], '(integer) 1500'],
    [['SET k v EX 2', 'PTTL k'], '(integer) 2000'],
    [['SET k v EX 2', 'SET k w', 'PTTL k'], '(integer) -1'],
    [['SET k v EX 2', 'SET k w NX PX 9000', 'PTTL k'], '(integer) 2000'],
    [['SET k v PX 100', '101> SET k w NX', '101> GET k'], '"w"'],
    [['SET k v NX XX'], '(error) ERR syntax error'],
    [['SET k v EX 1 PX 1'], '(error) ERR syntax error'],
    [['SET k v EX'], '(error) ERR syntax error'],
    [['SET k v WHAT'], '(error) ERR syntax error'],
    [['SET k v PX soon'], '(error) ERR value is not an integer or out of range'],
    [['SET k v PX 9223372036854775808'], '(error) ERR value is not an integer or out of range'],
    [['SET k v PX 0'], "(error) ERR invalid expire time in 'set' command"],
    [['SET k v EX -1'], "(error) ERR invalid expire time in 'set' command"],
    [['SET k v EX 9223372036854775807'], "(error) ERR invalid expire time in 'set' command"],
    [['SET k'], "(error) ERR wrong number of arguments for 'set' command"],
    [['SET k v PX 0', 'EXISTS k'], '(integer) 0'],
  ])('%j ends with %s', (lines, printed) => {
    expect(session(...lines)).toBe(printed)
  })
})

describe('the other commands', () => {
  it.each<[string[], string]>([
    [['EXISTS k'], '(integer) 0'],
    [['SET k v', 'EXISTS k k l'], '(integer) 2'],
    [['GET k'], '(nil)'],
    [['GET'], "(error) ERR wrong number of arguments for 'get' command"],
    [['get a b'], "(error) ERR wrong number of arguments for 'get' command"],
    [['SETNX k v'], '(integer) 1'],
    [['SETNX k v', 'SETNX k w'], '(integer) 0'],
    [['SETNX k v', 'SETNX k w', 'GET k'], '"v"'],
    [['SETNX k v', 'TTL k'], '(integer) -1'],
    [['SETNX k v', 'EXPIRE k 30', 'TTL k'], '(integer) 30'],
    [['SETNX k v', 'PEXPIRE k 1499', 'TTL k'], '(integer) 1'],
    [['SETNX k v', 'PEXPIRE k 1500', 'TTL k'], '(integer) 2'],
    [['SET k v PX 1000', '1000> PTTL k'], '(integer) 0'],
    [['SET k v PX 1000', '1001> PTTL k'], '(integer) -2'],
    [['TTL k'], '(integer) -2'],
    [['EXPIRE k 30'], '(integer) 0'],
    [['SET k v', 'EXPIRE k 0'], '(integer) 1'],
    [['SET k v', 'EXPIRE k -5', 'EXISTS k'], '(integer) 0'],
    [['SET k v', 'EXPIRE k x'], '(error) ERR value is not an integer or out of range'],
    [['SET k v', 'EXPIRE k 9223372036854775807'], "(error) ERR invalid expire time in 'expire' command"],
    [['SET k v', 'PEXPIRE k 9223372036854775807'], "(error) ERR invalid expire time in 'pexpire' command"],
    [['EXPIRE k 30 SOON'], '(error) ERR Unsupported option SOON'],
    [['EXPIRE k'], "(error) ERR wrong number of arguments for 'expire' command"],
    [['SET a 1', 'SET b 1', 'DEL a a b c'], '(integer) 2'],
    [['SET a 1', 'DEL a', 'EXISTS a'], '(integer) 0'],
    [['DEL'], "(error) ERR wrong number of arguments for 'del' command"],
    [
      ["FLY me 'to the' moon"],
      "(error) ERR unknown command 'FLY', with args beginning with: 'me' 'to the' 'moon' ",
    ],
    [['SET __proto__ v', 'GET __proto__'], '"v"'],
    [['GET constructor'], '(nil)'],
    [['constructor'], "(error) ERR unknown command 'constructor', with args beginning with: "],
  ])('%j end with %s', (lines, printed) => {
    expect(session(...lines)).toBe(printed)
  })

  it('are nine', () => {
    expect(COMMAND_NAMES.join(' ')).toBe('EXISTS GET SET SETNX EXPIRE PEXPIRE TTL PTTL DEL')
  })

  it('write no more than fits', () => {
    const big = 'x'.repeat(40_000)
    const full = "(error) OOM command not allowed when used memory > 'maxmemory'."
    expect(session(`SET a ${big}`, `SET b ${big}`)).toBe(full)
    expect(session(`SET a ${big}`, `SETNX b ${big}`)).toBe(full)
    expect(session(`SET a ${big}`, `SET b ${big}`, 'EXISTS a b')).toBe('(integer) 1')
    expect(session(`SET a ${big}`, `SET a ${big}`)).toBe('OK')
  })
})

describe('a line', () => {
  it.each([
    ['  GET   k ', ['GET', 'k']],
    ['SET "a b" \'c "d"\'', ['SET', 'a b', 'c "d"']],
    [String.raw`SET k "a\n\"\\"`, ['SET', 'k', 'a\n"\\']],
    [String.raw`SET k 'it\'s'`, ['SET', 'k', "it's"]],
    ['SET k ""', ['SET', 'k', '']],
    ['', []],
    ['GET "k', null],
    ['GET "k"x', null],
    ['GET k"x"', null],
  ])('%j has the words %j', (line, words) => {
    expect(wordsOf(line)).toEqual(words)
  })
})

describe('a whole number', () => {
  it.each([
    '',
    '+1',
    '01',
    '-0',
    '1.0',
    ' 1',
    '1e3',
    '9223372036854775808',
    '-9223372036854775809',
    '1'.repeat(30),
  ])('is not %j', text => {
    expect(wholeNumber(text)).toBeNull()
  })
  it.each(['0', '-1', '10', '9223372036854775807', '-9223372036854775808'])('is %s', text => {
    expect(wholeNumber(text)).toBe(Number(text))
  })
})

const SEED = 20_260_501
const key = fc.constantFrom('a', 'b', '__proto__')
const anyCommand = fc.oneof(
  fc.tuple(fc.constantFrom('GET', 'EXISTS', 'DEL', 'TTL', 'PTTL'), key),
  fc.tuple(fc.constant('SETNX'), key, fc.string({ maxLength: 4 })),
  fc.tuple(fc.constantFrom('EXPIRE', 'PEXPIRE'), key, fc.integer({ min: -2, max: 3000 }).map(String)),
  fc.tuple(fc.constant('SET'), key, fc.string({ maxLength: 4 }), fc.constantFrom('NX', 'XX', 'nx')),
  fc.tuple(
    fc.constant('SET'),
    key,
    fc.string({ maxLength: 4 }),
    fc.constant('PX'),
    fc.integer({ min: -1, max: 3000 }).map(String),
  ),
  fc.array(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 5 }),
)
const anySession = fc.array(fc.record({ waitMs: fc.nat(2000), argv: anyCommand }), { maxLength: 30 })

/** A Redis as a plain book of names: the model that the commands are held against. */
class Book {
  readonly entries = new Map<string, { value: string; until: number }>()
  tidy(now: number) {
    for (const [name, { until }] of this.entries) if (now > until) this.entries.delete(name)
  }
}

describe(`whatever is asked, seed ${SEED}`, () => {
  it('leaves the state before it as it was, and never throws', () => {
    fc.assert(
      fc.property(anySession, given => {
        let redis: Redis = EMPTY_REDIS
        let now = 0
        for (const { waitMs, argv } of given) {
          now += waitMs
          const before = JSON.stringify([...redis])
          const [next, reply] = command(redis, now, argv)
          expect(JSON.stringify([...redis])).toBe(before)
          expect(printReply(reply)).not.toBe('')
          redis = next
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('reading changes nothing that another reader would see', () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom('GET', 'EXISTS', 'TTL', 'PTTL'), key, (given, read, name) => {
        let redis: Redis = EMPTY_REDIS
        let now = 0
        for (const { waitMs, argv } of given) {
          now += waitMs
          ;[redis] = command(redis, now, argv)
        }
        const [after, reply] = command(redis, now, [read, name])
        expect(command(after, now, [read, name])[1]).toEqual(reply)
        expect([...after]).toEqual([...command(redis, now, ['EXISTS', name])[0]])
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('SETNX, SET NX and EXISTS agree with a plain book about who came first', () => {
    fc.assert(
      fc.property(anySession, given => {
        let redis: Redis = EMPTY_REDIS
        let now = 0
        const book = new Book()
        for (const { waitMs, argv } of given) {
          const [name = '', one = '', two = '', three = '', four = ''] = argv
          if (!['GET', 'SETNX', 'DEL', 'SET'].includes(name)) continue
          now += waitMs
          book.tidy(now)
          const [next, reply] = command(redis, now, argv)
          redis = next
          if (argv.length === 3 && name === 'SETNX') {
            expect(reply).toEqual({ type: 'integer', value: book.entries.has(one) ? 0 : 1 })
            if (!book.entries.has(one)) book.entries.set(one, { value: two, until: Infinity })
          }
          if (name === 'SET' && /^nx$/i.test(three))
            expect(printReply(reply)).toBe(book.entries.has(one) ? '(nil)' : 'OK')
          if (name === 'SET' && reply.type === 'status')
            book.entries.set(one, { value: two, until: three === 'PX' ? now + Number(four) : Infinity })
          if (name === 'DEL' && argv.length === 2) {
            expect(reply).toEqual({ type: 'integer', value: book.entries.delete(one) ? 1 : 0 })
          }
          expect([...redis].map(([, { value }]) => value).sort()).toEqual(
            [...book.entries.values()].map(({ value }) => value).sort(),
          )
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
