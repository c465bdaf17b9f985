import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { useSimulator } from '../store/react.tsx'
import { renderIn } from '../testing/render-in.tsx'
import type { Chapter } from './chapter.ts'
import { useKeys } from './use-keys.ts'
import { useTalk } from './use-talk.ts'

const session = { settings: { ...DEFAULT_SETTINGS, ...CALM }, inputs: pays(0) }
const TWO: readonly Chapter[] = [
  { title: 'One', question: 'Is it one?', notice: 'It was one.', session },
  {
    title: 'Two',
    question: 'Is it two?',
    notice: 'It was two.',
    session: { ...session, inputs: pays(0, 200) },
  },
]
/** When something is told: pressed, charged, answered. */
const STOPS = [0, 1000, 1800]

function Told({ chapters, begin }: { chapters: readonly Chapter[]; begin: number }) {
  const talk = useTalk(chapters, begin)
  useKeys(true, command => {
    if (command === 'next' || command === 'previous' || command === 'first' || command === 'last')
      talk[command]()
  })
  const { chapter, stop, stops, isOnCard, isAtStart, isAtEnd, caption } = talk
  const where = isOnCard ? 'card' : `${stop + 1} of ${stops.length}`
  return (
    <p>{`${chapter.title}: ${where}${isAtStart ? ', start' : ''}${isAtEnd ? ', end' : ''}: ${caption}`}</p>
  )
}

function told(given: Parameters<typeof renderIn>[0] = {}, chapters = TWO, begin = 0) {
  const page = renderIn(given, <Told chapters={chapters} begin={begin} />)
  const press = (...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(document.body, { key })
  }
  return { ...page, press, words: () => screen.getByRole('paragraph').textContent }
}

describe('a talk', () => {
  it('goes from stop to stop and from chapter to chapter, and back again', () => {
    const { press, words } = told()
    const forward: (string | null)[] = [words()]
    for (let step = 0; step < 9; step += 1) {
      press('PageDown')
      forward.push(words())
    }
    expect(forward.slice(0, 6)).toEqual([
      'One: card, start: ',
      'One: 1 of 3: You press Pay.',
      'One: 2 of 3: The bank charges $100.',
      'One: 3 of 3: It was one.',
      'Two: card: ',
      'Two: 1 of 6: You press Pay.',
    ])
    expect(forward.at(-1)).toBe('Two: 5 of 6: The answer arrives: 201 Created. You know now: paid.')
    press('PageDown')
    expect(words()).toBe('Two: 6 of 6, end: It was two.')
    press('PageDown')
    expect(words()).toBe('Two: 6 of 6, end: It was two.')
    const back: (string | null)[] = []
    for (let step = 0; step < 9; step += 1) {
      press('PageUp')
      back.unshift(words())
    }
    expect(back).toEqual(forward.slice(1))
    press('PageUp', 'PageUp')
    expect(words()).toBe(forward[0])
  })

  it('goes to the first and the last stop of its chapter', () => {
    const { press, words, simulator } = told()
    press('End')
    expect([words(), simulator.playhead.timeMs]).toEqual(['One: 3 of 3: It was one.', STOPS.at(-1)])
    press('Home')
    expect(words()).toBe('One: 1 of 3: You press Pay.')
  })

  it('plays to the next stop and pauses there; a second press while it plays is there at once', () => {
    const { clock, press, simulator, words } = told({ clock: 'auto' })
    press('PageDown', 'PageDown')
    expect(simulator.state.status).toBe('running')
    act(() => clock.run(600))
    expect([simulator.playhead.timeMs, words()]).toEqual([600, 'One: 1 of 3: You press Pay.'])
    act(() => clock.run(5000))
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([1000, 'paused'])
    press('PageDown')
    act(() => clock.run(300))
    press('PageDown')
    expect([simulator.playhead.timeMs, words()]).toEqual([1800, 'One: 3 of 3: It was one.'])
  })

  it('goes back at once to the stop it plays on from', () => {
    const { clock, press, simulator } = told({ clock: 'auto' })
    press('PageDown', 'PageDown')
    act(() => clock.run(600))
    press('PageUp')
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([0, 'paused'])
  })

  it('follows what is pressed on the way, of which its lesson says nothing', () => {
    const { press, simulator, words } = told()
    press('PageDown', 'PageDown')
    act(() => simulator.pay())
    expect(words()).toBe('One: 2 of 5: The bank charges $100. You press Pay again: attempt 2.')
    press('End')
    expect(words()).toBe('One: 5 of 5: The answer to attempt 2 arrives: 201 Created.')
    press('PageDown')
    expect(words()).toBe('Two: card: ')
  })

  it('leaves its card for what is pressed there', () => {
    const { simulator, words } = told()
    act(() => simulator.pay())
    expect(words()).toMatch(/^One: 1 of \d: You press Pay/)
  })

  it('says what a script says instead', () => {
    const { press, simulator, words } = told()
    press('PageDown')
    act(() => simulator.caption('Look at the ledger.'))
    expect(words()).toBe('One: 1 of 3: Look at the ledger.')
  })

  it('announces its question and its lesson', () => {
    const { press, simulator } = told()
    expect(simulator.state.announcement?.text).toBe('One. Is it one?')
    press('End')
    expect(simulator.state.announcement?.text).toBe('It was one.')
  })

  it('begins with the chapter it is told to', () => {
    const { words, simulator } = told({}, TWO, 1)
    expect([words(), simulator.state.session]).toEqual(['Two: card: ', TWO[1]?.session])
  })
})

describe('the run that stands there', () => {
  it('stays where it is, standing still, and has no card without a question', () => {
    const page = renderIn({ ...session, atMs: 1000, clock: 'auto' }, <Here />)
    expect(screen.getByRole('paragraph').textContent).toBe('Here: 2 of 3: The bank charges $100.')
    expect([page.simulator.playhead.timeMs, page.simulator.state.status]).toEqual([1000, 'paused'])
    for (const key of ['PageUp', 'PageUp', 'PageUp']) fireEvent.keyDown(document.body, { key })
    expect(screen.getByRole('paragraph').textContent).toBe('Here: 1 of 3, start: You press Pay.')
  })
})

/** The talk of one chapter that an address with a run makes. */
function Here() {
  const own = useSimulator().state.session
  const [chapters] = useState([{ title: 'Here', question: null, notice: null, session: own }])
  return <Told chapters={chapters} begin={0} />
}

describe('the keys', () => {
  const field = (markup: string) => {
    document.body.insertAdjacentHTML('beforeend', markup)
    return document.body.lastElementChild as HTMLElement
  }
  it.each([
    '<input type="range">',
    '<input type="text">',
    '<select></select>',
    '<textarea></textarea>',
    '<div contenteditable="true" tabindex="0"></div>',
    '<div role="slider" tabindex="0"></div>',
  ])('are not taken from %s', markup => {
    const { words } = told()
    const taken = field(markup)
    for (const key of ['PageDown', 'ArrowRight', 'End', ' ', 'Enter', 'b'])
      expect(fireEvent.keyDown(taken, { key })).toBe(true)
    expect(words()).toBe('One: card, start: ')
    taken.remove()
  })

  it('Space and Enter are left to a button, the others are not', () => {
    const { words } = told()
    const button = field('<button></button>')
    for (const key of [' ', 'Enter']) expect(fireEvent.keyDown(button, { key })).toBe(true)
    expect(words()).toBe('One: card, start: ')
    expect(fireEvent.keyDown(button, { key: 'PageDown' })).toBe(false)
    expect(words()).toMatch(/^One: 1 of 3/)
    button.remove()
  })

  it('Space and Enter go on where nothing has the focus', () => {
    const { press, words } = told()
    press(' ', 'Enter')
    expect(words()).toMatch(/^One: 2 of 3/)
  })

  it('a slider that was dragged lets go of them', () => {
    told()
    const slider = field('<input type="range">')
    slider.focus()
    fireEvent.pointerUp(slider)
    expect(slider).not.toHaveFocus()
    slider.remove()
  })
})
