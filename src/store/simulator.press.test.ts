import { describe, expect, it } from 'vitest'
import { BadValueError, type Input, LimitError } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { simulated } from '../testing/simulated.ts'

const textsOf = ({ state }: ReturnType<typeof simulated>['simulator']) =>
  state.notices.map(({ text, undo }) => [text, undo])

describe('a press of Pay', () => {
  it('is an input at the playhead, and plays', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    expect([simulator.state.status, simulator.state.playing]).toEqual(['idle', true])
    simulator.pay()
    expect(simulator.state.session.inputs).toEqual(pays(0))
    expect(simulator.state.status).toBe('running')
    clock.run(400)
    simulator.pay()
    expect(simulator.state.session.inputs).toEqual(pays(0, 400))
    expect(simulator.playhead.timeMs).toBe(400)
  })

  it('between two milliseconds comes at the next whole one', () => {
    const { simulator, clock } = simulated({ settings: CALM, speed: 0.25 })
    simulator.pay()
    clock.frame(50)
    expect(simulator.playhead.timeMs).toBe(12.5)
    simulator.pay()
    expect(simulator.state.session.inputs).toEqual(pays(0, 13))
    expect(simulator.playhead.timeMs).toBe(13)
  })

  it('resumes play, as New payment does; losing a message and a setting do not', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    clock.run(200)
    simulator.pause()
    simulator.dropMessage('p1.a1.request')
    simulator.configure({ retry: 'auto' })
    expect([simulator.state.status, simulator.state.playing]).toEqual(['paused', false])
    simulator.pay()
    expect(simulator.state.status).toBe('running')
    simulator.pause()
    simulator.newPayment()
    expect(simulator.state.status).toBe('running')
  })

  it('moves nothing but the session with a manual clock', () => {
    const { simulator, clock } = simulated({ settings: CALM, clock: 'manual' })
    simulator.pay()
    simulator.play()
    clock.run(1000)
    expect([simulator.playhead.timeMs, simulator.state.status, clock.asked]).toEqual([0, 'paused', 0])
    simulator.runToEnd()
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([1800, 'idle'])
  })

  it('has the amount it is given', () => {
    const { simulator } = simulated({ settings: CALM })
    simulator.pay(2500)
    expect(simulator.state.frame.state.payments).toMatchObject([{ amount: 2500 }])
  })
})

describe('losing a message that is not yet sent', () => {
  it('in a gap between inputs stays at its time, and loses the message once it is sent', () => {
    const settings = { ...CALM, responseLoss: 1 }
    const { simulator } = simulated({ settings, inputs: pays(0, 9000), atMs: 5000, clock: 'manual' })
    simulator.dropMessage('p1.a2.request')
    expect([simulator.playhead.timeMs, simulator.state.watchedMs]).toEqual([5000, 5000])
    simulator.pay()
    expect(simulator.state.session.inputs).toMatchObject([{ at: 0 }, { at: 5000 }, { at: 5000 }])
    simulator.seek(5000)
    expect(simulator.state.frame.packets.map(({ flight }) => [flight.message, flight.end])).toContainEqual([
      'p1.a2.request',
      'lost',
    ])
  })
})

describe('a press that does nothing', () => {
  it.each<[string, (simulator: ReturnType<typeof simulated>['simulator']) => void]>([
    ['Pay after "paid"', simulator => simulator.pay()],
    ['losing what has arrived', simulator => simulator.dropMessage('p1.a1.response')],
    ['setting nothing', simulator => simulator.configure({})],
  ])('adds no input and forks nothing: %s', (_, press) => {
    const { simulator } = simulated({ settings: CALM, inputs: [...pays(0), ...pays(9000)] })
    simulator.seek(1800)
    const before = simulator.state
    press(simulator)
    expect(simulator.state).toBe(before)
  })

  it('is New payment without a payment, and setting nothing before the first input', () => {
    const { simulator } = simulated()
    const before = simulator.state
    simulator.newPayment()
    simulator.configure({})
    expect(simulator.state).toBe(before)
  })
})

describe('a press in the past', () => {
  function scrubbedBack() {
    const { simulator, clock } = simulated({ settings: CALM, inputs: pays(0, 500, 900) })
    simulator.runToEnd()
    expect(simulator.state.watchedMs).toBe(2700)
    simulator.seek(300)
    return { simulator, clock }
  }

  it('drops later inputs, says so, and offers Undo', () => {
    const { simulator } = scrubbedBack()
    simulator.pay()
    expect(simulator.state.session.inputs).toEqual(pays(0, 300))
    expect(textsOf(simulator)).toEqual([['You changed the past.', true]])
  })

  it('says so, too, of presses that came with a link and have not been watched yet', () => {
    const { simulator } = simulated({ settings: CALM, inputs: pays(0, 2500), start: 'paused' })
    simulator.pay()
    expect(simulator.state.session.inputs).toHaveLength(2)
    expect(textsOf(simulator)).toEqual([['You changed the past.', true]])
  })

  it('takes back what has been watched: nothing of the new future is given away', () => {
    const { simulator } = scrubbedBack()
    simulator.pay()
    expect(simulator.state.watchedMs).toBe(300)
  })

  it('takes it back also when it was watched only just now', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    clock.run(500)
    simulator.seek(350)
    simulator.pay()
    expect(simulator.state.watchedMs).toBe(350)
  })

  it('is brought back by Undo with all that was watched, and the notice goes', () => {
    const { simulator } = scrubbedBack()
    const before = simulator.state
    simulator.pay()
    simulator.undo()
    expect(simulator.state.session).toBe(before.session)
    expect([simulator.playhead.timeMs, simulator.state.watchedMs]).toEqual([300, 2700])
    expect(simulator.state.trace).toEqual(before.trace)
    expect([simulator.state.status, simulator.state.playing]).toEqual(['paused', false])
    expect(textsOf(simulator)).toEqual([])
  })

  it('is said of settings and of messages lost by hand, too', () => {
    const { simulator } = scrubbedBack()
    simulator.configure({ keys: 'per-payment' })
    expect(textsOf(simulator)).toHaveLength(1)
    simulator.undo()
    simulator.dropMessage('p1.a1.request')
    expect(textsOf(simulator)).toHaveLength(1)
  })

  it('says no more that it changed the past after the next press', () => {
    const { simulator } = scrubbedBack()
    simulator.pay()
    simulator.pay()
    expect(textsOf(simulator)).toEqual([])
  })

  it('is no press at the furthest moment that was watched', () => {
    const { simulator, clock } = simulated({ settings: CALM })
    simulator.pay()
    clock.run(440)
    simulator.pay()
    simulator.seek(100)
    simulator.latest()
    simulator.newPayment()
    expect(textsOf(simulator)).toEqual([])
  })
})

describe('a limit', () => {
  it('of 20 attempts by hand ends in a LimitError and changes nothing', () => {
    const { simulator } = simulated({ clock: 'manual' })
    for (let attempt = 1; attempt <= 20; attempt += 1) simulator.pay()
    const before = simulator.state
    expect(() => simulator.pay()).toThrow(LimitError)
    expect(simulator.state).toBe(before)
    expect(simulator.playhead.timeMs).toBe(0)
    simulator.newPayment()
    simulator.pay()
    expect(simulator.state.frame.state.payments.map(({ attempts }) => attempts.length)).toEqual([20, 1])
  })

  it('of 500 inputs ends in a LimitError and changes nothing', () => {
    const inputs = Array.from(
      { length: 500 },
      (_, at): Input => ({ at, type: at % 2 ? 'newPayment' : 'pay' }),
    )
    const { simulator } = simulated({ inputs, atMs: 10_000, clock: 'manual' })
    simulator.runToEnd()
    const before = simulator.state
    expect(() => simulator.configure({ retry: 'auto' })).toThrow('The limit is 500 (inputs).')
    expect(() => simulator.pay()).toThrow('The limit is 250 (payments).')
    expect(simulator.state).toBe(before)
  })

  it('of one hour ends in a LimitError and changes nothing', () => {
    const inputs = pays(3_600_000)
    const { simulator } = simulated({ settings: CALM, inputs, atMs: 3_600_001, clock: 'manual' })
    const before = simulator.state
    expect(() => simulator.pay()).toThrow('The limit is 3600000 (inputAtMs).')
    expect(simulator.state).toBe(before)
  })

  it.each<[string, (simulator: ReturnType<typeof simulated>['simulator']) => void]>([
    ['an amount', simulator => simulator.pay(0)],
    ['a message', simulator => simulator.dropMessage('x')],
    ['a setting', simulator => simulator.configure({ timeout: 1 })],
    ['a change of the seed', simulator => simulator.configure({ seed: 5 })],
    ['a session', simulator => simulator.load({ inputs: [{ at: -1 }] })],
    ['a rerun', simulator => simulator.rerun({ drop: 1 })],
    ['luck', simulator => simulator.changeLuck(0.5)],
  ])('of values ends in a BadValueError and changes nothing: %s', (_, act) => {
    const { simulator } = simulated({ settings: CALM, inputs: pays(0), atMs: 300 })
    const before = simulator.state
    expect(() => act(simulator)).toThrow(BadValueError)
    expect(simulator.state).toBe(before)
  })
})
