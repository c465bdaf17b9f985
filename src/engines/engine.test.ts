import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Engine, EngineAbsent, EngineStopped } from './engine.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

/** A worker by hand: the tests say what it tells. */
class HandWorker {
  static made: HandWorker[] = []
  static refuses: (url: string) => boolean = () => false
  onmessage: (event: { data: FromWorker<string> }) => void = () => {}
  onerror: (event: { message?: string }) => void = () => {}
  asked: ToWorker<string>[] = []
  ended = false
  readonly url: string

  constructor(url: string) {
    this.url = url
    HandWorker.made.push(this)
    if (HandWorker.refuses(url)) queueMicrotask(() => this.onerror({}))
  }
  postMessage(message: ToWorker<string>) {
    this.asked.push(message)
  }
  terminate() {
    this.ended = true
  }
  tell(data: FromWorker<string>) {
    if (!this.ended) this.onmessage({ data })
  }
}

const settle = () => vi.advanceTimersByTimeAsync(0)
const worker = () => HandWorker.made.at(-1) as HandWorker
const engine = () => new Engine<string, string>({ url: 'x.js', timeoutMs: 600 })
/** How a promise ends, as a value. */
const fate = (promise: Promise<unknown>) => promise.then(String, error => error as Error)

beforeEach(() => {
  HandWorker.made = []
  HandWorker.refuses = () => false
  vi.useFakeTimers()
  vi.stubGlobal('Worker', HandWorker)
  vi.stubGlobal('document', { baseURI: 'https://example.org/app/' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an engine', () => {
  it('starts with the first question, and answers one after the other', async () => {
    const sql = engine()
    expect(HandWorker.made).toEqual([])
    const [first, second] = [fate(sql.ask('a')), fate(sql.ask('b'))]
    await settle()
    worker().tell({ type: 'ready' })
    await settle()
    expect(worker().asked).toEqual([{ id: 1, question: 'a' }])
    worker().tell({ type: 'answer', id: 1, answer: 'A' })
    await settle()
    worker().tell({ type: 'answer', id: 2, answer: 'B' })
    expect(await first).toBe('A')
    expect(await second).toBe('B')
    expect(HandWorker.made).toHaveLength(1)
  })

  it('is stopped when a question takes too long, and the next one begins anew', async () => {
    const lua = engine()
    const endless = fate(lua.ask('while true do end'))
    const next = fate(lua.ask('return 1'))
    await settle()
    // Loading may take longer.
    await vi.advanceTimersByTimeAsync(5000)
    worker().tell({ type: 'ready' })
    await settle()
    const first = worker()
    await vi.advanceTimersByTimeAsync(600)
    expect(await endless).toBeInstanceOf(EngineStopped)
    expect(first.ended).toBe(true)
    worker().tell({ type: 'ready' })
    await settle()
    worker().tell({ type: 'answer', id: 2, answer: '1' })
    expect(await next).toBe('1')
    expect(HandWorker.made).toHaveLength(2)
  })

  it('that fails in itself is not asked again: the next question begins anew', async () => {
    const sql = engine()
    const [first, next] = [fate(sql.ask('a')), fate(sql.ask('b'))]
    await settle()
    const broken = worker()
    broken.tell({ type: 'ready' })
    await settle()
    broken.tell({ type: 'refusal', id: 1, reason: 'read-only' })
    expect(await first).toEqual(new Error('read-only'))
    await settle()
    expect(broken.ended).toBe(true)
    worker().tell({ type: 'ready' })
    await settle()
    worker().tell({ type: 'answer', id: 2, answer: 'B' })
    expect(await next).toBe('B')
  })

  it('counts as absent when nothing has come of it for 15 s, and can be tried again', async () => {
    const sql = engine()
    const stalled = fate(sql.load())
    await vi.advanceTimersByTimeAsync(14_000)
    worker().tell({ type: 'progress', share: 0 })
    await vi.advanceTimersByTimeAsync(14_000)
    worker().tell({ type: 'progress', share: 0.5 })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await stalled).toEqual(new EngineAbsent('Nothing came for 15 s.'))
    expect(worker().ended).toBe(true)
    const again = fate(sql.load())
    await settle()
    // All is fetched: a slow machine may take its time to start it.
    worker().tell({ type: 'progress', share: 1 })
    await vi.advanceTimersByTimeAsync(40_000)
    worker().tell({ type: 'ready' })
    expect(await again).toBe('undefined')
    await vi.advanceTimersByTimeAsync(90_000)
    expect(worker().ended).toBe(false)
  })

  it('can be disposed of while it loads or answers: nothing waits for ever', async () => {
    const lua = engine()
    const loading = fate(lua.ask('a'))
    await settle()
    lua.dispose()
    expect(await loading).toBeInstanceOf(EngineStopped)
    const asked = fate(lua.ask('b'))
    await settle()
    worker().tell({ type: 'ready' })
    await settle()
    lua.dispose()
    expect(await asked).toBeInstanceOf(EngineStopped)
    expect(HandWorker.made.map(({ ended }) => ended)).toEqual([true, true])
  })

  it('goes by a blob where a worker may not be started from a file', async () => {
    HandWorker.refuses = url => !url.startsWith('blob:')
    const sql = engine()
    const answer = fate(sql.ask('a'))
    await settle()
    worker().tell({ type: 'ready' })
    await settle()
    worker().tell({ type: 'answer', id: 1, answer: 'A' })
    expect(await answer).toBe('A')
    expect(HandWorker.made.map(({ url, ended }) => [url.slice(0, 5), ended])).toEqual([
      ['x.js', true],
      ['blob:', false],
    ])
  })

  it('is absent where neither goes, or where it says so, and can be tried again', async () => {
    HandWorker.refuses = () => true
    const sql = engine()
    expect(await fate(sql.load())).toBeInstanceOf(EngineAbsent)
    HandWorker.refuses = () => false
    const said = fate(sql.load())
    await settle()
    worker().tell({ type: 'absent', reason: 'wasm is forbidden' })
    expect(await said).toEqual(new EngineAbsent('wasm is forbidden'))
    const again = fate(sql.load())
    await settle()
    worker().tell({ type: 'ready' })
    expect(await again).toBe('undefined')
  })
})
