import { type LuaEngine, LuaFactory, LuaMultiReturn } from 'wasmoon'
import { command, type Redis, type RedisReply, whyNoCommand } from '../sim/index.ts'
import { PRELUDE } from './lua-prelude.ts'
import { replyFrom } from './lua-reply.ts'

/** A script, what EVAL gives it, and the Redis it finds, at one virtual time: a script sees none go by. */
export interface LuaQuestion {
  readonly script: string
  readonly keys: readonly string[]
  readonly argv: readonly string[]
  readonly redis: Redis
  readonly nowMs: number
}

/** A command a script gave, and its reply. */
export interface Ran {
  readonly argv: readonly string[]
  readonly reply: RedisReply
}

/** What Lua says is wrong, in its own words, and at which line if it knows. */
export interface LuaProblem {
  readonly kind: 'syntax' | 'runtime'
  readonly text: string
  readonly line: number | null
}

export interface LuaAnswer {
  readonly outcome: RedisReply | LuaProblem
  /** The Redis the script left. What it wrote before an error stays: Redis rolls nothing back. */
  readonly redis: Redis
  /** The first commands it gave; `more` counts the others. */
  readonly ran: readonly Ran[]
  readonly more: number
}

/** What a script may use of memory, and what is told of it. */
const LIMITS = { bytes: 16_000_000, commands: 20, characters: 2000 } as const

/** Lua's standard libraries are there for the prelude, which hands a script only some of them; nothing of JavaScript is. */
const OPTIONS = { enableProxy: false, traceAllocations: true } as const

/** Loads Lua once; every script then runs in a state of its own, so that none leaves anything behind but its writes. */
export async function loadLua(wasmUrl?: string): Promise<(question: LuaQuestion) => Promise<LuaAnswer>> {
  const factory = new LuaFactory(wasmUrl)
  await factory.getLuaModule()
  return async question => {
    const lua = await factory.createEngine(OPTIONS)
    try {
      lua.global.setMemoryMax(LIMITS.bytes)
      return runScript(lua, question)
    } finally {
      lua.global.close()
    }
  }
}

/** EVAL: the script runs to its end before anybody else's command is looked at. */
function runScript({ global }: LuaEngine, { script, keys, argv, redis, nowMs }: LuaQuestion): LuaAnswer {
  let now = redis
  let count = 0
  const ran: Ran[] = []
  // What it throws would reach the script as an object of JavaScript: it throws nothing.
  const ask = (given: Readonly<Record<string, string>>) => {
    const words = Object.values(given)
    const reply = refusal(words) ?? commanded(words)
    count += 1
    if (ran.length < LIMITS.commands) ran.push({ argv: words, reply })
    return told(reply)
  }
  function commanded(words: readonly string[]): RedisReply {
    const [next, reply] = command(now, nowMs, words)
    now = next
    return reply
  }
  global.loadString(PRELUDE, '=redis')
  for (const value of [ask, script, keys, argv]) global.pushValue(value)
  const outcome = outcomeOf(() => global.runSync(4))
  return { outcome, redis: now, ran, more: count - ran.length }
}

/** What a script's call is refused with before it is a command at all, as Redis 7 says it. */
function refusal(words: readonly string[]): RedisReply | null {
  switch (whyNoCommand(words)) {
    case 'unknown':
      return { type: 'error', text: 'ERR Unknown Redis command called from script' }
    case 'arity':
      return { type: 'error', text: 'ERR Wrong number of args calling Redis command from script' }
    default:
      return null
  }
}

/** A reply as the prelude takes it: its type, and what it says. */
function told(reply: RedisReply): LuaMultiReturn {
  const said = reply.type === 'integer' ? reply.value : 'text' in reply ? reply.text : ''
  return LuaMultiReturn.from([reply.type, said])
}

function outcomeOf(run: () => readonly unknown[]): RedisReply | LuaProblem {
  try {
    const [kind, text, line] = run()
    if (kind === 'reply') return replyFrom(String(text))
    return problemOf(kind === 'syntax' ? 'syntax' : 'runtime', String(text), line)
  } catch (error) {
    // Not even the prelude could go on: there is no memory left.
    return problemOf(
      'runtime',
      error instanceof Error ? error.message.split('\n', 1).join() : String(error),
      null,
    )
  }
}

/** Lua names the line in its words; where it does not, the prelude has looked. */
function problemOf(kind: LuaProblem['kind'], words: string, line: unknown): LuaProblem {
  const named = /^user_script:(\d+): /.exec(words)
  const text = words.slice(0, LIMITS.characters)
  return { kind, text, line: named ? Number(named[1]) : typeof line === 'number' ? line : null }
}
