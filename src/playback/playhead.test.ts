import { describe, expect, it, vi } from 'vitest'
import { HandClock } from '../testing/hand-clock.ts'
import { Playhead } from './playhead.ts'

function setUp(endMs = 1000) {
  const clock = new HandClock()
  const playhead = new Playhead(clock)
  playhead.setEnd(playhead, endMs)
  const told: number[] = []
  playhead.subscribe(timeMs => told.push(timeMs))
  return { clock, playhead, told }
}

describe('a playhead that plays', () => {
  it('stands at 0 until it is told to play', () => {
    const { clock, playhead, told } = setUp()
    clock.frame(50)
    expect([playhead.timeMs, playhead.playing, clock.asked]).toEqual([0, false, 0])
    expect(told).toEqual([])
  })

  it('moves with the clock from where it was told to play', () => {
    const { clock, playhead, told } = setUp()
    clock.pass(500)
    playhead.play()
    clock.frame(16)
    clock.frame(20)
    expect(playhead.timeMs).toBe(36)
    expect(told).toEqual([16, 36])
  })

  it('moves at its speed, also when that changes on the way', () => {
    const { clock, playhead, told } = setUp()
    playhead.speed = 0.25
    playhead.play()
    clock.frame(40)
    playhead.speed = 8
    clock.frame(40)
    expect(told).toEqual([10, 330])
    expect(playhead.speed).toBe(8)
  })

  it('pauses by itself at the time it was told to play to, and goes no further', () => {
    const { clock, playhead, told } = setUp()
    playhead.play(30)
    clock.frame(20)
    clock.frame(20)
    clock.frame(20)
    expect([playhead.timeMs, playhead.playing, clock.asked]).toEqual([30, false, 0])
    expect(told).toEqual([20, 30])
    playhead.play()
    clock.frame(20)
    expect([playhead.timeMs, playhead.playing]).toEqual([50, true])
  })

  it('forgets where to pause when it is moved past that, or told to play on', () => {
    const { clock, playhead } = setUp()
    playhead.play(30)
    playhead.seek(40)
    clock.frame(20)
    expect([playhead.timeMs, playhead.playing]).toEqual([60, true])
    playhead.play(100)
    playhead.play()
    clock.frame(60)
    expect([playhead.timeMs, playhead.playing]).toEqual([120, true])
  })

  it('asks for one frame at a time, however often it is told to play', () => {
    const { clock, playhead } = setUp()
    playhead.play()
    playhead.play()
    playhead.seek(10)
    expect(clock.asked).toBe(1)
    clock.frame(16)
    expect(clock.asked).toBe(1)
  })

  it('stands while it is held, and then goes on as it was told meanwhile', () => {
    const { clock, playhead, told } = setUp()
    playhead.play()
    clock.frame(16)
    playhead.hold(true)
    clock.frame(500)
    expect([playhead.timeMs, playhead.playing, clock.asked]).toEqual([16, true, 0])
    playhead.seek(100)
    playhead.play()
    clock.frame(500)
    expect([playhead.timeMs, clock.asked]).toEqual([100, 0])
    playhead.hold(false)
    clock.frame(20)
    expect(told).toEqual([16, 100, 120])
    playhead.hold(true)
    playhead.pause()
    playhead.hold(false)
    expect(clock.asked).toBe(0)
  })

  it('counts a frame of a tab that was hidden as 100 ms at the most', () => {
    const { clock, playhead } = setUp(10_000)
    playhead.play()
    clock.frame(60_000)
    expect(playhead.timeMs).toBe(100)
  })

  it('never goes back, even when the clock does', () => {
    const { clock, playhead } = setUp()
    playhead.play()
    clock.frame(30)
    clock.frame(-500)
    expect(playhead.timeMs).toBe(30)
    clock.frame(10)
    expect(playhead.timeMs).toBe(40)
  })
})

describe('a playhead that pauses', () => {
  it('stands, asks for no frame, and goes on where it stood', () => {
    const { clock, playhead } = setUp()
    playhead.play()
    clock.frame(30)
    playhead.pause()
    expect([playhead.playing, clock.asked]).toEqual([false, 0])
    clock.frame(400)
    expect(playhead.timeMs).toBe(30)
    playhead.play()
    clock.frame(20)
    expect(playhead.timeMs).toBe(50)
  })

  it('by a listener in the midst of a frame stays paused', () => {
    const { clock, playhead } = setUp()
    playhead.subscribe(() => playhead.pause())
    playhead.play()
    clock.frame(30)
    expect([playhead.timeMs, playhead.playing, clock.asked]).toEqual([30, false, 0])
  })
})

describe('the end', () => {
  it('is met exactly, and there it stands though told to play', () => {
    const { clock, playhead, told } = setUp(50)
    playhead.play()
    clock.frame(30)
    clock.frame(30)
    expect(told).toEqual([30, 50])
    expect([playhead.atEnd, playhead.playing, clock.asked]).toEqual([true, true, 0])
  })

  it('that moves on is played to, once the caller seeks', () => {
    const { clock, playhead } = setUp(50)
    playhead.play()
    playhead.seek(50)
    playhead.setEnd(playhead, 80)
    playhead.seek(50)
    expect([playhead.atEnd, clock.asked]).toEqual([false, 1])
    clock.frame(20)
    expect(playhead.timeMs).toBe(70)
  })

  it('at 0 is where an empty playhead stands', () => {
    const { clock, playhead } = setUp(0)
    playhead.play()
    expect([playhead.atEnd, clock.asked]).toEqual([true, 0])
  })
})

describe('a seek', () => {
  it.each([
    [400, 400],
    [33.5, 33.5],
    [-1, 0],
    [1001, 1000],
    [Number.POSITIVE_INFINITY, 1000],
  ])('to %d lands at %d', (asked, landed) => {
    const { playhead, told } = setUp()
    playhead.seek(asked)
    expect(playhead.timeMs).toBe(landed)
    expect(told).toEqual([landed])
  })

  it('does not start what is paused, and lets what plays go on from there', () => {
    const { clock, playhead } = setUp()
    playhead.seek(200)
    expect(clock.asked).toBe(0)
    playhead.play()
    playhead.seek(700)
    clock.frame(20)
    expect(playhead.timeMs).toBe(720)
  })

  it('by a listener in the midst of a frame goes on with one frame', () => {
    const { clock, playhead } = setUp()
    const off = playhead.subscribe(() => {
      off()
      playhead.seek(500)
    })
    playhead.play()
    clock.frame(10)
    expect([playhead.timeMs, clock.asked]).toEqual([500, 1])
  })
})

describe('listeners', () => {
  it('are told until they leave', () => {
    const { playhead } = setUp()
    const [stays, leaves] = [vi.fn(), vi.fn()]
    playhead.subscribe(stays)
    const off = playhead.subscribe(leaves)
    playhead.seek(1)
    off()
    playhead.seek(2)
    expect(stays.mock.calls).toEqual([[1], [2]])
    expect(leaves.mock.calls).toEqual([[1]])
  })

  it('are told no more after dispose, and no frame is asked for', () => {
    const { clock, playhead, told } = setUp()
    playhead.play()
    playhead.dispose()
    expect([playhead.playing, clock.asked]).toEqual([false, 0])
    playhead.seek(5)
    expect(told).toEqual([])
  })
})

it('without a clock of its own takes the browser’s', () => {
  const requestAnimationFrame = vi.fn(() => 7)
  const cancelAnimationFrame = vi.fn()
  vi.stubGlobal('requestAnimationFrame', requestAnimationFrame)
  vi.stubGlobal('cancelAnimationFrame', cancelAnimationFrame)
  const playhead = new Playhead()
  playhead.setEnd(playhead, 100)
  playhead.play()
  expect(requestAnimationFrame).toHaveBeenCalledOnce()
  playhead.pause()
  expect(cancelAnimationFrame).toHaveBeenCalledWith(7)
  vi.unstubAllGlobals()
})
