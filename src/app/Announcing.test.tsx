import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CALM, pays } from '../sim/testing/run.ts'
import { SimulatorProvider } from '../store/react.tsx'
import { Twin } from '../store/twin.ts'
import { simulated } from '../testing/simulated.ts'
import { Announcer } from './Announcer.tsx'
import { announce } from './Announcing.tsx'

const LOSSY = { ...CALM, responseLoss: 1 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function announced({ since, ...given }: Parameters<typeof simulated>[0] & { since?: number } = {}) {
  const { simulator } = simulated({ settings: LOSSY, clock: 'manual', ...given })
  const said: string[] = []
  const off = announce(simulator, text => said.push(text), since ?? simulator.state.frame.eventCount)
  /** What has been said since the last time, after so many wall-clock milliseconds. */
  const saidIn = (ms: number) => {
    vi.advanceTimersByTime(ms)
    return said.splice(0)
  }
  return { saidIn, off, simulator }
}

describe('the announcer', () => {
  it('says what happens, at once', () => {
    const { saidIn, simulator } = announced()
    simulator.pay()
    expect(saidIn(0)).toEqual(['You press Pay.'])
  })

  it('says the same again so that it is read again', () => {
    const { saidIn, simulator } = announced()
    simulator.announce('The bank looks for the key: not there.')
    const [first = ''] = saidIn(1000)
    simulator.announce('The bank looks for the key: not there.')
    const [second = ''] = saidIn(1000)
    expect(second).not.toBe(first)
    expect(second.trim()).toBe(first)
    simulator.announce('The bank looks for the key: not there.')
    expect(saidIn(1000)).toEqual([first])
  })

  it('speaks at most once a second, and drops what tells little when something telling waits', () => {
    const { saidIn, simulator } = announced()
    simulator.pay()
    saidIn(0)
    simulator.seek(1000)
    expect(saidIn(999)).toEqual([])
    simulator.seek(1100)
    expect(saidIn(1)).toEqual(['The bank charges $100.'])
    simulator.runToEnd()
    expect(saidIn(999)).toEqual([])
    expect(saidIn(1)).toEqual([
      'The answer is lost. No answer: timed out. No answer. Were you charged? A lost request and a lost answer look the same to you. Press Pay again.',
    ])
    expect(saidIn(60_000)).toEqual([])
    simulator.pay()
    expect(saidIn(0)).toEqual(['You press Pay again: attempt 2.'])
  })

  it('tells what happened before it was there', () => {
    const { saidIn } = announced({ inputs: pays(0), since: 0 })
    expect(saidIn(0)).toEqual(['You press Pay.'])
  })

  it('tells a caption that was there before it was', () => {
    const { simulator } = simulated({ clock: 'manual' })
    const said: string[] = []
    simulator.caption('Watch the answer.')
    announce(simulator, text => said.push(text), 0)
    vi.advanceTimersByTime(0)
    expect(said).toEqual(['Watch the answer.'])
  })

  it('says a verdict again only when it has changed, or after going back', () => {
    const { saidIn, simulator } = announced({ inputs: pays(0, 3000) })
    const verdicts = () => {
      simulator.runToEnd()
      return saidIn(5000).join(' ').split('Charged twice, meant once.').length - 1
    }
    simulator.seek(4000)
    expect(saidIn(5000).join(' ')).toContain('Charged twice, meant once.')
    expect(verdicts()).toBe(0)
    simulator.seek(0)
    saidIn(5000)
    expect(verdicts()).toBe(1)
  })

  it('tells both sides where a twin is watched, and offers no way on', () => {
    const { saidIn, simulator } = announced({ inputs: pays(0, 3000) })
    const twin = new Twin(simulator, { keys: 'per-payment' })
    simulator.runToEnd()
    const said = saidIn(5000).join(' ')
    expect(said).toContain('First side: Charged twice, meant once.')
    expect(said).toContain('Second side: No answer. Were you charged?')
    expect(said).not.toContain('Next:')
    twin.dispose()
  })

  it('leaves out details', () => {
    const { saidIn, simulator } = announced()
    simulator.pay()
    saidIn(2000)
    simulator.seek(700)
    expect(saidIn(2000)).toEqual([])
  })

  it('adds the verdict when a payment is paid, and when a promise is broken', () => {
    const paid = announced({ settings: CALM, inputs: pays(0) })
    paid.simulator.runToEnd()
    expect(paid.saidIn(0)).toEqual([
      'The bank charges $100. The answer arrives: 201 Created. Charged once, and told so. This time the answer arrived. Try a new payment, or new luck.',
    ])
    const broken = announced({ inputs: pays(0, 3000), atMs: 3500 })
    broken.simulator.seek(4000)
    expect(broken.saidIn(0)).toEqual([
      'The bank charges $100 a second time. Charged twice, meant once. Attempt 2 carried no key, so the bank could not know it had charged already. Next: Same bad luck, keys on.',
    ])
  })

  it('says the verdict again when a further charge makes it worse', () => {
    const { saidIn, simulator } = announced({ inputs: pays(0, 3000, 6000), atMs: 4500 })
    simulator.seek(7000)
    expect(saidIn(0)).toEqual([expect.stringContaining('Charged 3 times, meant once.')])
  })

  it('says captions and notices', () => {
    const { saidIn, simulator } = announced()
    simulator.caption('Now watch the balance.')
    expect(saidIn(1000)).toEqual(['Now watch the balance.'])
    simulator.caption(null)
    expect(saidIn(1000)).toEqual([])
    simulator.notify('unsure', 'The limit is 500.')
    expect(saidIn(1000)).toEqual(['The limit is 500.'])
    simulator.dismiss(simulator.state.notices[0]?.id ?? -1)
    expect(saidIn(1000)).toEqual([])
  })

  it('leaves what happens to a talk, and says what that and the program say', () => {
    const { simulator } = simulated({ settings: LOSSY, clock: 'manual' })
    const said: string[] = []
    simulator.announce('The ghost. Was the money taken?')
    announce(simulator, text => said.push(text), 0, true)
    vi.advanceTimersByTime(1000)
    simulator.pay()
    simulator.seek(2500)
    simulator.seek(0)
    vi.advanceTimersByTime(1000)
    simulator.announce('You press Pay.')
    vi.advanceTimersByTime(1000)
    simulator.notify('unsure', 'The limit is 500.')
    vi.advanceTimersByTime(1000)
    expect(said).toEqual(['The ghost. Was the money taken?', 'You press Pay.', 'The limit is 500.'])
  })

  it('says that the past was changed, beside the press that changed it', () => {
    const { saidIn, simulator } = announced({ inputs: pays(0), atMs: 2000 })
    simulator.seek(500)
    saidIn(5000)
    simulator.pay()
    expect(saidIn(0)).toEqual(['You press Pay again: attempt 2. You changed the past.'])
  })

  it('says where one is after going back', () => {
    const { saidIn, simulator } = announced({ inputs: pays(0), atMs: 2000 })
    simulator.seek(1050)
    expect(saidIn(1000)).toEqual(['Back at 1.0 s. The bank charges $100.'])
    simulator.seek(0)
    expect(saidIn(1000)).toEqual(['Back at 0.0 s. You press Pay.'])
  })

  it('says where one is after going back before the first event', () => {
    const { saidIn, simulator } = announced({ inputs: pays(5000), atMs: 6000 })
    simulator.seek(200)
    expect(saidIn(1000)).toEqual(['Back at 0.2 s.'])
  })

  it('says where one is after Undo, Redo, Reset and New luck, at which nothing new is passed', () => {
    const { saidIn, simulator } = announced()
    simulator.pay()
    simulator.runToEnd()
    simulator.pay()
    saidIn(2000)
    simulator.undo()
    expect(saidIn(2000)).toEqual(['Back at 2.5 s. No answer: timed out.'])
    simulator.redo()
    expect(saidIn(2000)).toEqual(['Back at 2.5 s. You press Pay again: attempt 2.'])
    simulator.undo()
    simulator.undo()
    expect(saidIn(2000)).toEqual(['Back at 0.0 s.'])
    simulator.redo()
    saidIn(2000)
    simulator.newLuck()
    expect(saidIn(2000)).toEqual(['Back at 0.0 s.'])
  })

  it('says nothing more once it is stopped', () => {
    const { saidIn, off, simulator } = announced()
    simulator.pay()
    off()
    simulator.notify('plain', 'x')
    expect(saidIn(2000)).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('the one live region is polite, there from the beginning, and has the newest words', () => {
  const { simulator } = simulated({ settings: LOSSY, clock: 'manual' })
  const { unmount } = render(
    <SimulatorProvider simulator={simulator}>
      <Announcer talk={false} />
    </SimulatorProvider>,
  )
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  act(() => {
    simulator.pay()
    vi.advanceTimersByTime(0)
  })
  expect(screen.getByRole('status')).toHaveTextContent('You press Pay.')
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
