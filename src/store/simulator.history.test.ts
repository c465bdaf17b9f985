import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { simulated } from '../testing/simulated.ts'

describe('Undo and Redo', () => {
  it('do nothing where there is nothing to undo or redo', () => {
    const { simulator } = simulated()
    const before = simulator.state
    simulator.undo()
    simulator.redo()
    expect(simulator.state).toBe(before)
  })

  it('lead to each session at the moment it was left, and there stand', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    clock.run(400)
    simulator.pay()
    clock.run(300)
    simulator.undo()
    expect(simulator.state.session.inputs).toEqual(pays(0))
    expect([simulator.playhead.timeMs, simulator.state.watchedMs]).toEqual([400, 400])
    expect([simulator.state.status, simulator.state.playing]).toEqual(['paused', false])
    clock.run(100)
    simulator.undo()
    expect(simulator.state.session.inputs).toEqual([])
    expect(simulator.state.status).toBe('idle')
    simulator.redo()
    simulator.redo()
    expect(simulator.state.session.inputs).toEqual(pays(0, 400))
    expect([simulator.playhead.timeMs, simulator.state.watchedMs]).toEqual([700, 700])
    expect(simulator.state.history.future).toEqual([])
  })

  it('after which one plays on lead into the new future', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    clock.run(400)
    simulator.pay()
    simulator.undo()
    simulator.play()
    clock.run(200)
    expect(simulator.playhead.timeMs).toBe(600)
    simulator.pay()
    expect(simulator.state.session.inputs).toEqual(pays(0, 600))
    expect(simulator.state.history.future).toEqual([])
  })

  it('cover settings, reruns, loads, resets and luck', () => {
    const { simulator } = simulated({ settings: CALM })
    const acts = [
      () => simulator.configure({ keys: 'per-payment' }),
      () => simulator.pay(),
      () => simulator.rerun({ keys: 'off' }),
      () => simulator.load({ inputs: pays(5) }),
      () => simulator.newLuck(),
      () => simulator.reset(),
    ]
    const sessions = acts.map(act => {
      const { session } = simulator.state
      act()
      return session
    })
    for (const session of sessions.reverse()) {
      simulator.undo()
      expect(simulator.state.session).toBe(session)
    }
    expect(simulator.state.history.past).toEqual([])
    expect(simulator.state.history.future).toHaveLength(6)
  })

  it('remember a hundred moments', () => {
    const { simulator } = simulated()
    for (let luck = 0; luck < 150; luck += 1) simulator.newLuck()
    expect(simulator.state.history.past).toHaveLength(100)
    for (let luck = 0; luck < 150; luck += 1) simulator.undo()
    expect(simulator.settings.seed).toBe(202 + 50)
  })

  it('tell nothing as passed, not even what happened at 0 ms', () => {
    const { simulator } = simulated({ settings: CALM, clock: 'manual' })
    simulator.pay()
    simulator.pay()
    const told: TraceEvent[] = []
    simulator.onPassed(events => told.push(...events))
    simulator.undo()
    simulator.redo()
    simulator.undo()
    expect(told).toEqual([])
    simulator.step()
    expect(told.map(({ kind }) => kind)).toEqual(['request.delivered', 'handler.started'])
  })

  it('keep the speed, the caption and notices of other kinds', () => {
    const { simulator } = simulated()
    simulator.notify('unsure', 'timeout was mistaken')
    simulator.setSpeed(4)
    simulator.caption('Now press Pay')
    simulator.pay()
    simulator.undo()
    expect(simulator.state).toMatchObject({ speed: 4, caption: 'Now press Pay' })
    expect(simulator.playhead.speed).toBe(4)
    expect(simulator.state.notices).toHaveLength(1)
  })
})

describe('notices', () => {
  it('that say the same do not pile up', () => {
    const { simulator } = simulated()
    for (const text of ['one', 'two', 'one']) simulator.notify('unsure', text)
    expect(simulator.state.notices.map(({ text }) => text)).toEqual(['two', 'one'])
  })

  it('are dismissed one by one', () => {
    const { simulator } = simulated()
    simulator.notify('unsure', 'one')
    simulator.notify('lost', 'two', true)
    const [one, two] = simulator.state.notices
    expect(one).toEqual({ id: one?.id, tone: 'unsure', text: 'one', undo: false })
    simulator.dismiss(one?.id ?? -1)
    simulator.dismiss(99)
    expect(simulator.state.notices).toEqual([two])
  })
})
