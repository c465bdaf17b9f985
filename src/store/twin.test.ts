import { describe, expect, it } from 'vitest'
import type { Settings } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { simulated } from '../testing/simulated.ts'
import { Twin } from './twin.ts'

const LOSSY = { ...CALM, responseLoss: 1 }
function twins(
  given: Parameters<typeof simulated>[0] = {},
  change: Partial<Settings> = { keys: 'per-payment' },
) {
  const { simulator, clock } = simulated({ clock: 'manual', ...given })
  return { clock, first: simulator, twin: new Twin(simulator, change) }
}
const charges = ({ state }: Twin['first']) => state.frame.state.ledger.charges.length

describe('a twin', () => {
  it('is the same presses under changed settings, at the same moment', () => {
    const { first, twin } = twins({ settings: LOSSY, inputs: pays(0, 3000), atMs: 2000 })
    expect(twin.second.state.session).toEqual({
      settings: { ...first.state.session.settings, keys: 'per-payment' },
      inputs: first.state.session.inputs,
    })
    expect(twin.second.state.frame.atMs).toBe(2000)
    first.runToEnd()
    expect([charges(first), charges(twin.second)]).toEqual([2, 1])
  })

  it('has one playhead: time goes on as long as either side', () => {
    const { first, twin } = twins({ settings: CALM, inputs: pays(0) }, { responseLoss: 1 })
    first.runToEnd()
    expect(first.playhead.timeMs).toBe(twin.second.state.trace.endMs)
    expect(first.playhead.timeMs).toBeGreaterThan(first.state.trace.endMs)
    expect([first.state.status, twin.second.state.status]).toEqual(['idle', 'idle'])
    twin.dispose()
    expect(first.playhead.timeMs).toBe(first.state.trace.endMs)
  })

  it('takes a press on either side on both', () => {
    const { first, twin } = twins({ settings: LOSSY })
    first.pay()
    first.seek(300)
    twin.second.dropMessage('p1.a1.request')
    expect(first.state.session.inputs).toEqual([
      { at: 0, type: 'pay' },
      { at: 300, type: 'dropMessage', message: 'p1.a1.request' },
    ])
    expect(twin.second.state.session.inputs).toEqual(first.state.session.inputs)
    expect(twin.second.state.trace.events.some(({ kind }) => kind === 'request.lost')).toBe(true)
  })

  it('takes a press that means something to one side only', () => {
    const { first, twin } = twins({ settings: CALM, inputs: pays(0) }, { responseLoss: 1 })
    first.runToEnd()
    expect(first.state.frame.state.payments[0]?.belief).toBe('paid')
    first.pay()
    expect(twin.second.state.session.inputs).toHaveLength(2)
    first.runToEnd()
    expect([charges(first), charges(twin.second)]).toEqual([1, 2])
    first.pay()
    twin.dispose()
    first.pay()
    expect(first.state.session.inputs).toHaveLength(3)
  })

  it('follows undo, reset and a rerun', () => {
    const { first, twin } = twins({ settings: LOSSY })
    first.pay()
    first.runToEnd()
    first.undo()
    expect([twin.second.state.session.inputs.length, twin.second.state.watchedMs]).toEqual([0, 0])
    first.redo()
    first.rerun({ responseLoss: 0 })
    expect(twin.second.state.session.settings).toMatchObject({ responseLoss: 0, keys: 'per-payment' })
    expect(twin.second.state.watchedMs).toBe(0)
    first.reset()
    expect(twin.second.state.trace.events).toEqual([])
  })

  it('comes back to a moment that lies beyond the end of the first side', () => {
    const { first, twin } = twins({ settings: { ...LOSSY }, inputs: pays(0) }, { timeout: 20_000 })
    first.seek(15_000)
    first.rerun({ responseLoss: 0 })
    first.undo()
    expect(first.playhead.timeMs).toBe(15_000)
    twin.dispose()
    first.open(first.state.session, 15_000)
    expect(first.playhead.timeMs).toBe(2500)
    new Twin(first, { timeout: 20_000 })
    expect(first.playhead.timeMs).toBe(15_000)
  })

  it('steps to the next time at which something happens on either side, and back', () => {
    const { first, twin } = twins({ settings: CALM, inputs: pays(0) }, { latency: '500-500' })
    const times = [
      ...new Set([first, twin.second].flatMap(({ state }) => state.trace.steps.map(({ at }) => at))),
    ]
    const seen: number[] = []
    while (first.state.status !== 'idle') {
      first.step()
      seen.push(first.playhead.timeMs)
    }
    expect(seen).toEqual(times.filter(at => at > 0).sort((a, b) => a - b))
    first.stepBack()
    expect(first.playhead.timeMs).toBe(seen.at(-2))
  })

  it('tells nothing as passed again that was passed before a press', () => {
    const { first, twin } = twins({ settings: LOSSY, inputs: pays(0) })
    first.seek(2000)
    const passed: number[] = []
    twin.second.onPassed(events => passed.push(...events.map(({ at }) => at)))
    first.pay()
    first.runToEnd()
    expect(Math.min(...passed)).toBeGreaterThanOrEqual(2000)
  })

  it('plays both sides with one clock', () => {
    const { clock, first, twin } = twins({ settings: CALM, inputs: pays(0), clock: 'auto', start: 'paused' })
    first.play()
    clock.run(800)
    expect(twin.second.state.frame.atMs).toBeGreaterThan(600)
    expect(twin.second.state.status).toBe('running')
  })
})
