import { act, fireEvent, screen } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, pays, run } from '../sim/testing/run.ts'
import { newPayment } from '../testing/inputs.ts'
import { renderIn } from '../testing/render-in.tsx'
import { Playback } from './Playback.tsx'
import { ticksOf } from './ticks.ts'

const LOSSY = { ...CALM, responseLoss: 1 }
const button = (name: string) => screen.getByRole('button', { name })
const timeline = () => screen.getByRole('slider', { name: 'Timeline' })

function opened(given: Parameters<typeof renderIn>[0]) {
  return renderIn(given, <Playback layout="wide" hideButtons={false} hideTimeline={false} />)
}
const isOff = (name: string) => button(name).getAttribute('aria-disabled') === 'true'

describe('the buttons', () => {
  it('are off where they would do nothing, and say why', () => {
    opened({ clock: 'auto' })
    for (const name of ['Step back', 'Play', 'Step forward', 'Latest', 'Undo', 'Redo', 'Reset']) {
      expect(button(name)).toHaveAttribute('aria-disabled', 'true')
      expect(button(name)).toHaveAccessibleDescription(/\.$/)
    }
  })

  it('step to the distinct times and back, and lead to the latest', async () => {
    const { simulator, user } = opened({ settings: CALM, inputs: pays(0) })
    await user.click(button('Step forward'))
    await user.click(button('Step forward'))
    expect(simulator.playhead.timeMs).toBe(1000)
    expect(isOff('Latest')).toBe(true)
    await user.click(button('Step back'))
    expect(simulator.playhead.timeMs).toBe(700)
    await user.click(button('Latest'))
    expect(simulator.playhead.timeMs).toBe(1000)
    act(() => simulator.runToEnd())
    expect(isOff('Step forward')).toBe(true)
  })

  it('follow the playhead also to where nothing happens', () => {
    const { seek } = opened({ settings: CALM, inputs: pays(0) })
    expect(isOff('Step back')).toBe(true)
    seek(600)
    expect(isOff('Step back')).toBe(false)
    seek(200)
    expect(isOff('Latest')).toBe(false)
    seek(0)
    expect(isOff('Step back')).toBe(true)
  })

  it('play, pause, and play again from the beginning', async () => {
    const { clock, simulator, user } = opened({
      settings: CALM,
      inputs: pays(0),
      clock: 'auto',
      start: 'paused',
    })
    await user.click(button('Play'))
    act(() => clock.run(500))
    await user.click(button('Pause'))
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([500, 'paused'])
    act(() => simulator.runToEnd())
    await user.click(button('Play'))
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([0, 'running'])
  })

  it('cannot play with a manual clock', () => {
    opened({ settings: CALM, inputs: pays(0) })
    expect(button('Play')).toHaveAttribute('aria-disabled', 'true')
    expect(button('Play')).toHaveAccessibleDescription(/clock is manual/)
  })

  it('set the speed', async () => {
    const { simulator, user } = opened({ speed: 3 })
    const speed = screen.getByRole('combobox', { name: 'Speed' })
    expect(speed).toHaveValue('3')
    expect([...speed.querySelectorAll('option')].map(({ text }) => text)).toEqual([
      '0.25×',
      '0.5×',
      '1×',
      '2×',
      '3×',
      '4×',
      '8×',
    ])
    await user.selectOptions(speed, '0.25×')
    expect([simulator.state.speed, simulator.playhead.speed]).toEqual([0.25, 0.25])
  })
})

describe('the timeline', () => {
  it('is a slider over what was watched, six seconds at the least, that says time and last event', () => {
    const { seek } = opened({ settings: LOSSY, inputs: pays(0, 6500) })
    expect(timeline()).toHaveAttribute('max', '6000')
    expect(timeline()).toHaveAttribute('aria-valuetext', '0.0 s. You press Pay.')
    seek(1050)
    expect(timeline()).toHaveValue('1050')
    expect(timeline()).toHaveAttribute('aria-valuetext', '1.0 s. The bank charges $100.')
    seek(9000)
    expect(timeline()).toHaveAttribute('max', '9000')
  })

  it('says the time also where nothing happens', () => {
    const { seek } = opened({ settings: LOSSY, inputs: pays(0) })
    seek(600)
    expect(timeline()).toHaveAttribute('aria-valuetext', '0.6 s. You press Pay.')
    seek(300)
    expect(timeline()).toHaveAttribute('aria-valuetext', '0.3 s. You press Pay.')
  })

  it('says that nothing has happened yet', () => {
    opened({})
    expect(timeline()).toHaveAttribute('aria-valuetext', '0.0 s. Nothing has happened yet.')
  })

  it('scrubs', () => {
    const { simulator } = opened({ settings: LOSSY, inputs: pays(0) })
    fireEvent.input(timeline(), { target: { value: '1234' } })
    expect(simulator.playhead.timeMs).toBe(1234)
  })

  it('takes back a press that turns out to scroll the page, and goes on if it went', () => {
    const { simulator } = opened({ settings: LOSSY, inputs: pays(0), clock: 'auto' })
    for (const playing of [false, true]) {
      act(() => simulator.visit(600))
      if (playing) act(() => simulator.play())
      fireEvent.pointerDown(timeline())
      fireEvent.input(timeline(), { target: { value: '1234' } })
      fireEvent.pointerCancel(timeline())
      expect(simulator.playhead.timeMs).toBe(600)
      expect(simulator.playhead.playing).toBe(playing)
    }
  })

  it('moves by keys from happening to happening', async () => {
    const { simulator, user } = opened({ settings: CALM, inputs: pays(0) })
    timeline().focus()
    const went: number[] = []
    for (const key of [
      'ArrowRight',
      'ArrowUp',
      'ArrowLeft',
      'ArrowDown',
      'PageUp',
      'PageDown',
      'End',
      'Home',
    ]) {
      await user.keyboard(`{${key}}`)
      went.push(simulator.playhead.timeMs)
    }
    expect(went).toEqual([700, 1000, 700, 0, 1000, 0, 1000, 0])
  })

  it('leaves keys with a modifier to the browser', () => {
    const { simulator } = opened({ settings: CALM, inputs: pays(0) })
    fireEvent.keyDown(timeline(), { key: 'ArrowRight', altKey: true })
    fireEvent.keyDown(timeline(), { key: 'ArrowRight', metaKey: true })
    fireEvent.keyDown(timeline(), { key: 'End', ctrlKey: true })
    expect(simulator.playhead.timeMs).toBe(0)
  })
})

describe('the ticks', () => {
  it('are one for each time at which something is told, as far as was watched', () => {
    const trace = run(LOSSY, pays(0, 3000))
    expect(ticksOf(trace, 1000).map(({ at, lost }) => [at, lost])).toEqual([
      [0, false],
      [1000, false],
    ])
    expect(ticksOf(trace, 9000).filter(({ lost }) => lost)).toHaveLength(3)
  })

  it('are at most 120: then the small ones go first', () => {
    const inputs = Array.from({ length: 60 }, (_, index) => [
      ...pays(index * 3000),
      newPayment(index * 3000 + 2900),
    ])
    const ticks = ticksOf(run(LOSSY, inputs.flat()), 1e9)
    expect(ticks).toHaveLength(60)
    expect(ticks.every(({ lost }) => lost)).toBe(true)
  })

  itHolds(
    'never stand twice at a time, nor beyond what was watched',
    { seed: 371, runs: 50 },
    fc.property(session, fc.nat({ max: 60_000 }), ({ settings, inputs }, watchedMs) => {
      const times = ticksOf(run(settings, inputs), watchedMs).map(({ at }) => at)
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(watchedMs)
    }),
  )
})

describe('hiding', () => {
  it.each([
    [true, false, false, true],
    [false, true, true, false],
  ])('buttons %o, timeline %o', (hideButtons, hideTimeline, buttons, slider) => {
    renderIn({}, <Playback layout="compact" hideButtons={hideButtons} hideTimeline={hideTimeline} />)
    expect(screen.queryByRole('button', { name: 'Step forward' }) !== null).toBe(buttons)
    expect(screen.queryByRole('slider', { name: 'Timeline' }) !== null).toBe(slider)
  })

  it('both leaves nothing', () => {
    renderIn({}, <Playback layout="wide" hideButtons hideTimeline />)
    expect(screen.queryByRole('region')).toBeNull()
  })
})
