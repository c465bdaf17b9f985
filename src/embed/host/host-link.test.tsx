import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { scripted } from '../../testing/scripted.ts'
import type { DoubleCharge } from '../api-types.ts'
import { linkToHost } from './host-link.ts'

interface Said {
  message: { type?: string; id?: unknown; payload?: Record<string, unknown> }
  origin: string
}
let said: Said[] = []

beforeEach(() => {
  said = []
  // In jsdom a window is its own parent.
  vi.spyOn(window.parent, 'postMessage').mockImplementation(((message: unknown, origin: string) => {
    // As a browser does: what cannot be cloned throws, as does an address that is none.
    said.push({ message: structuredClone(message) as Said['message'], origin })
    if (origin !== '*') new URL(origin)
  }) as typeof window.postMessage)
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

const ORIGIN = 'https://course.example'

function linked(given?: { api?: Partial<DoubleCharge>; tellsHeight?: boolean }) {
  const { api, simulator } = scripted({ settings: { seed: 202 }, clock: 'manual' })
  const hear = linkToHost({ ...api, ...given?.api }, given?.tellsHeight ?? true)
  const say = (message: object, origin = ORIGIN) =>
    hear(
      new MessageEvent('message', { data: { target: 'double-charge-simulator', v: 1, ...message }, origin }),
    )
  const command = (id: number | string, name: string, ...args: unknown[]) =>
    say({ type: 'command', id, command: name, args })
  return { api, simulator, hear, say, command }
}

const ofType = (type: string) => said.filter(({ message }) => message.type === type)
const replies = () => ofType('reply').map(({ message: { id, payload } }) => ({ id, ...payload }))
/** All that is ready now has been said. */
const settled = () => new Promise(resolve => setTimeout(resolve))

it('says that it is ready once, also to a host that has asked before', async () => {
  const { say } = linked()
  say({ type: 'hello', id: 'first' })
  expect(said).toEqual([])
  await settled()
  expect(ofType('ready')).toEqual([
    { message: expect.objectContaining({ payload: { version: 1, height: 0 } }), origin: '*' },
  ])
  say({ type: 'hello', id: 'second' })
  expect(ofType('ready')[1]).toMatchObject({ message: { id: 'second' }, origin: ORIGIN })
})

it('carries out commands in their order, and waits for none of them before the next', async () => {
  const { command } = linked()
  command(1, 'pay')
  command(2, 'waitFor', 'attempt.timedOut', {})
  command(3, 'advance', 1000)
  command(4, 'getState')
  await settled()
  expect(replies().map(({ id }) => id)).toEqual([1, 3, 4])
  expect(replies().at(-1)).toMatchObject({ ok: true, result: { timeMs: 1000, status: 'paused' } })
  command(5, 'runToEnd')
  await settled()
  expect(replies().find(({ id }) => id === 2)).toMatchObject({
    ok: true,
    result: { kind: 'attempt.timedOut' },
  })
})

it('answers a bad argument and an unknown command with an error that has a name, and changes nothing', async () => {
  const { api, command } = linked()
  const before = api.traceHash()
  command('a', 'seek', -1)
  const none = ['on', 'ready', 'version', 'toString', '__proto__', 'constructor', 'x'.repeat(500)]
  for (const name of none) command(name, name)
  await settled()
  const [bad, ...unknown] = replies()
  expect(bad).toMatchObject({ id: 'a', ok: false, error: { name: 'BadValueError' } })
  expect(unknown.map(({ id }) => id)).toEqual(none)
  for (const reply of unknown) {
    expect(reply).toMatchObject({ ok: false, error: { name: 'UnknownCommandError' } })
    expect(JSON.stringify(reply).length).toBeLessThan(1000)
  }
  expect(api.traceHash()).toBe(before)
})

it('goes on when an answer cannot be cloned, when nothing can be said, and when no Error is thrown', async () => {
  const { command } = linked({
    api: {
      getTrace: () => [(() => {}) as never],
      undo: () => {
        throw 'no'
      },
    },
  })
  command(1, 'getTrace')
  command(2, 'undo')
  await settled()
  const errors = new Map(ofType('reply').map(({ message: { id, payload } }) => [id, payload?.error]))
  expect(errors.get(1)).toMatchObject({ name: 'DataCloneError' })
  expect(errors.get(2)).toEqual({ name: 'Error', message: 'no' })
  vi.mocked(window.parent.postMessage).mockImplementation(() => {
    throw new Error('gone')
  })
  command(3, 'pay')
  await settled()
})

it('answers a host of opaque origin at large, every other by its name', async () => {
  const { say } = linked()
  await settled()
  say({ type: 'command', id: 1, command: 'traceHash' }, 'null')
  say({ type: 'command', id: 2, command: 'traceHash' })
  await settled()
  expect(ofType('reply').map(({ origin }) => origin)).toEqual(['*', ORIGIN])
})

it('tells the state at once and when it changes, and each event once, however often one subscribes', async () => {
  const { say, command } = linked()
  await settled()
  command(1, 'pay')
  expect(ofType('event')).toEqual([])
  say({ type: 'subscribe' })
  say({ type: 'subscribe' })
  await settled()
  expect(ofType('state')).toHaveLength(1)
  command(2, 'runToEnd')
  await settled()
  const ids = ofType('event').map(({ message }) => message.payload?.id)
  expect(ids.length).toBeGreaterThan(3)
  expect(new Set(ids).size).toBe(ids.length)
  await vi.waitFor(() => expect(ofType('state').at(-1)?.message.payload).toMatchObject({ status: 'idle' }))
})

/** A page of this size; jsdom measures nothing. */
function pageOf(size: { width: number; height: number }) {
  const root = document.createElement('div')
  root.dataset.testid = 'simulator'
  root.getBoundingClientRect = () => size as DOMRect
  document.body.append(root)
  let look = () => {}
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        look = tell
      }
      observe() {}
    },
  )
  return (next: typeof size) => {
    Object.assign(size, next)
    look()
  }
}
const heights = () => ofType('resize').map(({ message }) => message.payload?.height)

it('tells heights rounded up, from 2 px of difference on, and none in a frame without a width', async () => {
  const become = pageOf({ width: 0, height: 9000 })
  linked()
  await settled()
  expect(heights()).toEqual([])
  become({ width: 800, height: 600.2 })
  become({ width: 800, height: 601.9 })
  become({ width: 800, height: 602.1 })
  become({ width: 0, height: 0 })
  become({ width: 400, height: 1200 })
  expect(heights()).toEqual([601, 603, 1200])
  vi.unstubAllGlobals()
})

it('speaks the words of Canvas, H5P and open-iframe-resizer, and answers what their hosts ask', async () => {
  pageOf({ width: 800, height: 600 })
  const { hear, simulator } = linked()
  await settled()
  const words = () => said.map(({ message }) => message).filter(message => !('source' in message))
  expect(words()).toEqual([
    { context: 'h5p', action: 'hello' },
    { subject: 'lti.frameResize', height: 600 },
    { context: 'h5p', action: 'resize', scrollHeight: 600, clientHeight: 600 },
    { type: 'iframe-resized', width: 800, height: 600 },
  ])
  const asked = (data: unknown) => {
    said = []
    hear(new MessageEvent('message', { data, origin: ORIGIN }))
    return words()
  }
  const prepare = { context: 'h5p', action: 'prepareResize', scrollHeight: 600, clientHeight: 600 }
  expect(asked({ context: 'h5p', action: 'ready' })).toEqual([{ context: 'h5p', action: 'hello' }])
  expect(asked({ context: 'h5p', action: 'hello' })).toEqual([prepare])
  expect(asked({ context: 'h5p', action: 'resize' })).toEqual([prepare])
  expect(asked({ context: 'h5p', action: 'resizePrepared' })).toEqual([{ ...prepare, action: 'resize' }])
  const resized = [{ type: 'iframe-resized', width: 800, height: 600 }]
  expect(asked({ type: 'iframe-child-init' })).toEqual(resized)
  expect(asked({ type: 'iframe-get-child-dimensions' })).toEqual(resized)
  for (const other of ['[iFrameSizer]init', null, 7, { context: 'h5p' }, { type: 'toString' }])
    expect(asked(other)).toEqual([])
  expect(simulator.state.session.inputs).toEqual([])
  vi.unstubAllGlobals()
})

it('with resize=off tells no height in any words, asked or not', async () => {
  const become = pageOf({ width: 800, height: 600 })
  const { hear, say } = linked({ tellsHeight: false })
  await settled()
  become({ width: 800, height: 700 })
  for (const data of [{ type: 'iframe-child-init' }, { context: 'h5p', action: 'hello' }])
    hear(new MessageEvent('message', { data, origin: ORIGIN }))
  say({ type: 'hello' })
  expect(said.map(({ message }) => message.type)).toEqual(['ready', 'ready'])
  vi.unstubAllGlobals()
})
