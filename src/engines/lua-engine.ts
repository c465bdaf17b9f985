import { Engine } from './engine.ts'
import url from './lua.worker.ts?worker&url'
import type { LuaAnswer, LuaQuestion } from './lua-script.ts'

/** A script of a few lines takes a millisecond; one that takes this long has no end. Stopped within a second, all told. */
export const TIMEOUT_MS = 600

/** The Lua of this page, in a worker of its own. It is fetched with the first script. */
export const luaEngine = new Engine<LuaQuestion, LuaAnswer>({ url, timeoutMs: TIMEOUT_MS })
