// With the real interpreter: the same code that runs in the worker.
import { describe, expect, it } from 'vitest'
import { command, EMPTY_REDIS, printReply, type Redis } from '../sim/index.ts'
import { type LuaAnswer, loadLua } from './lua-script.ts'

const lua = await loadLua()

async function run(script: string, redis: Redis = EMPTY_REDIS, nowMs = 0): Promise<LuaAnswer> {
  return lua({ script, keys: ['k', 'l'], argv: ['token', '30000'], redis, nowMs })
}
/** What redis-cli would print of it, or Lua's words. */
async function said(script: string, redis?: Redis): Promise<string> {
  const { outcome } = await run(script, redis)
  return 'kind' in outcome ? `${outcome.kind} ${outcome.line}: ${outcome.text}` : printReply(outcome)
}
const with_ = (...lines: string[]) =>
  lines.reduce<Redis>((redis, line) => command(redis, 0, line.split(' '))[0], EMPTY_REDIS)

describe('what a script returns', () => {
  it.each([
    ['return 1', '(integer) 1'],
    ['return 3.99', '(integer) 3'],
    ['return -3.99', '(integer) -3'],
    ['return 1e300', '(integer) -9223372036854776000'],
    ['return 0/0', '(integer) -9223372036854776000'],
    ["return 'a'", '"a"'],
    [String.raw`return 'a\n\\b'`, String.raw`"a\n\\b"`],
    ['return true', '(integer) 1'],
    ['return false', '(nil)'],
    ['return nil', '(nil)'],
    ['', '(nil)'],
    ['return {1, 2, nil, 4}', '1) (integer) 1\n2) (integer) 2'],
    ["return {1, {'a', false}}", '1) (integer) 1\n2) 1) "a"\n   2) (nil)'],
    ['return {}', '(empty array)'],
    ['return {a = 1}', '(empty array)'],
    ["return {ok = 'FINE'}", 'FINE'],
    ["return {err = 'ERR mine'}", '(error) ERR mine'],
    ["return redis.status_reply('FINE')", 'FINE'],
    ["return redis.status_reply('FINE').ok", '"FINE"'],
    ['return redis.status_reply(1)', '(error) ERR wrong number or type of arguments'],
    ["return redis.error_reply('ERR mine')", '(error) ERR mine'],
    ["return redis.error_reply('ERR mine').err", '"ERR mine"'],
    ["return redis.error_reply('-LOCKED by another')", '(error) LOCKED by another'],
    ["return redis.error_reply('mine')", '(error) ERR mine'],
    ["return redis.error_reply('a', 'b')", '(error) ERR wrong number or type of arguments'],
    ['return redis.error_reply()', '(error) ERR wrong number or type of arguments'],
    [
      'return print',
      "runtime 1: user_script:1: Script attempted to access nonexistent global variable 'print'",
    ],
    ['local t = {} t[1] = t return t', `${'1) '.repeat(9)}(error) ERR reached lua stack limit`],
  ])('%s is %s', async (script, reply) => {
    expect(await said(script)).toBe(reply)
  })
})

describe('a command in a script', () => {
  it.each([
    ["return redis.call('SET', KEYS[1], ARGV[1]).ok", '"OK"'],
    ["return redis.call('SET', KEYS[1], 'x')", 'OK'],
    ["return redis.call('exists', KEYS[1]) == 0", '(integer) 1'],
    ["return redis.call('GET', KEYS[1]) == false", '(integer) 1'],
    ["return math.type(redis.call('SETNX', KEYS[1], 7))", '"integer"'],
    ["redis.call('SET', 'n', 10) return redis.call('GET', 'n')", '"10"'],
    ["redis.call('SET', 'n', 1.5) return redis.call('GET', 'n')", '"1.5"'],
    ["return redis.pcall('GET').err", '"ERR Wrong number of args calling Redis command from script"'],
    ["return redis.pcall('FLY', 1)", '(error) ERR Unknown Redis command called from script'],
    ["return redis.pcall('EXPIRE', 'k', 'x')", '(error) ERR value is not an integer or out of range'],
    ['return redis.pcall({})', '(error) ERR Lua redis lib command arguments must be strings or integers'],
    ['return redis.pcall()', '(error) ERR Please specify at least one argument for this redis.call() call'],
    [
      "local fine, e = pcall(redis.call, 'GET') return {tostring(fine), e.err}",
      '1) "false"\n2) "ERR Wrong number of args calling Redis command from script"',
    ],
    [
      "return {redis.call('SET', 'k', '1', 'NX'), redis.call('SET', 'k', '1', 'NX'), 'after'}",
      '1) OK\n2) (nil)\n3) "after"',
    ],
  ])('%s gives %s', async (script, reply) => {
    expect(await said(script)).toBe(reply)
  })

  it('finds what is there, sees no time go by, and leaves what it wrote', async () => {
    const redis = with_('SET k v PX 1000')
    const {
      outcome,
      redis: after,
      ran,
      more,
    } = await run(
      "redis.call('DEL', KEYS[1]) redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2]) return redis.call('PTTL', KEYS[2])",
      redis,
      400,
    )
    expect(outcome).toEqual({ type: 'integer', value: 30_000 })
    expect([...after]).toEqual([['l', { value: 'token', expiresAtMs: 30_400 }]])
    expect(ran.map(({ argv }) => argv.join(' '))).toEqual(['DEL k', 'SET l token PX 30000', 'PTTL l'])
    expect([more, [...redis.keys()]]).toEqual([0, ['k']])
  })

  it('is told for the first twenty, the others are counted', async () => {
    const { ran, more, redis } = await run("for i = 1, 50 do redis.call('SET', 'k', i) end")
    expect([ran.length, more, redis.get('k')?.value]).toEqual([20, 30, '50'])
  })

  it('keeps the order of many words', async () => {
    const { ran } = await run("redis.call('EXISTS', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k')")
    expect(ran[0]?.argv.join('')).toBe('EXISTSabcdefghijk')
  })
})

describe('an error', () => {
  it.each([
    ["if redis.call('GET', KEYS[1]) = 1 then\nend", "syntax 1: user_script:1: 'then' expected near '='"],
    ['local x = 1\nretrun x', "syntax 2: user_script:2: syntax error near 'x'"],
    ['\n\nlocal x = nil + 1', 'runtime 3: user_script:3: attempt to perform arithmetic on a nil value'],
    ["\nredis.call('GET')", 'runtime 2: ERR Wrong number of args calling Redis command from script'],
    ['redis.coll()', "runtime 1: user_script:1: attempt to call a nil value (field 'coll')"],
    ['x = 1', 'runtime 1: user_script:1: Attempt to modify a readonly table'],
    ["error('no')", 'runtime 1: user_script:1: no'],
    ['error({})', 'runtime null: (error object is a table value)'],
    ["\nerror('no', 0)", 'runtime 2: no'],
    ['local function f() return f() + 1 end return f()', expect.stringContaining('not enough memory')],
    ["return ('x'):rep(50 * 1000 * 1000)", expect.stringContaining('not enough memory')],
    ['local t = {} while true do t[#t + 1] = {} end', expect.stringContaining('not enough memory')],
  ])('in %j says so in the engine’s words, beside its line', async (script, words) => {
    expect(await said(script)).toEqual(words)
  })

  it('rolls nothing back: what was written before it stays, as in Redis', async () => {
    const { redis } = await run("redis.call('SET', 'k', 'v')\nredis.call('GET')")
    expect(redis.get('k')?.value).toBe('v')
  })

  it('of a memory that is full is Redis’ own', async () => {
    expect(await said("for i = 1, 100 do redis.call('SET', i, ('x'):rep(1000)) end")).toBe(
      "runtime 1: OOM command not allowed when used memory > 'maxmemory'.",
    )
  })

  it('harms no script after it', async () => {
    await run("while true do local t = {} t[1] = ('x'):rep(1e9) end")
    expect(await said('return 1')).toBe('(integer) 1')
  })
})

describe('a script reaches nothing but Redis', () => {
  it.each([
    'os',
    'io',
    'require',
    'debug',
    'package',
    'dofile',
    'loadfile',
    'print',
    'coroutine',
    'Promise',
    'Error',
    'null',
  ])('there is no %s', async name => {
    expect(await said(`return ${name}`)).toContain(`nonexistent global variable '${name}'`)
    expect(await said(`return _G['${name}']`)).toContain('nonexistent global variable')
    expect(await said(`return load('return ${name}')()`)).toContain('nonexistent global variable')
  })

  it('and has of Redis its calls and replies alone', async () => {
    expect(
      await said('local n = {} for name in pairs(redis) do n[#n + 1] = name end table.sort(n) return n'),
    ).toBe('1) "call"\n2) "error_reply"\n3) "pcall"\n4) "status_reply"')
  })

  it('loads no byte code, which Lua does not check', async () => {
    expect(await said('return select(2, load(string.dump(function() end)))')).toContain(
      'attempt to load a binary chunk',
    )
  })

  it('leaves nothing behind for the next one', async () => {
    expect(await said("rawset(_G, 'x', 1) string.rep = nil return x")).toBe('(integer) 1')
    expect(await said("return ('a'):rep(2)")).toBe('"aa"')
    expect(await said('return x')).toContain('nonexistent')
  })

  it('cannot look behind what it is given', async () => {
    expect(await said('return getmetatable(redis.call)')).toBe('(nil)')
    expect(await said('return getmetatable(_G)')).toBe('(nil)')
  })
})
