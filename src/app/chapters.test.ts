import { describe, expect, it } from 'vitest'
import { DEFAULT_PAGE } from '../embed/page-knobs.ts'
import { SCENARIOS } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import { verdictOf } from '../narrate/verdict.ts'
import { stopsOf } from '../presenter/stops.ts'
import { DEFAULT_SETTINGS } from '../sim/index.ts'
import { lastState, pays } from '../sim/testing/run.ts'
import { runSession } from '../store/run-session.ts'
import { chaptersFor, TALK } from './chapters.ts'

const EMPTY = { settings: DEFAULT_SETTINGS, inputs: [] }
const at = (scenario: string) => ({ ...DEFAULT_PAGE, scenario })
const ghost = sessionOf(SCENARIOS[0] as (typeof SCENARIOS)[number])

describe('the talk', () => {
  it('goes from the ghost to the cure of the race, and each chapter comes to what it says', () => {
    const told = TALK.map(({ title, session }) => {
      const trace = runSession(session)
      return [title, stopsOf(trace).length, verdictOf(lastState(trace), trace.events).headline]
    })
    expect(told).toEqual([
      ['The ghost', 5, 'You gave up, and were charged'],
      ['The double charge', 7, 'Charged twice, meant once'],
      ['The ghost, with a key', 7, 'Charged once, in 2 attempts'],
      ['The race on check-then-act', 8, 'Charged twice, meant once'],
      ['The cure of the race', 6, 'Charged once, in 2 attempts'],
    ])
  })

  it('asks before and says afterwards, in words that a hall can read', () => {
    for (const { question, notice } of TALK) {
      expect(question).toMatch(/^.{20,120}\?$/)
      expect(notice).toMatch(/^.{20,120}\.$/)
    }
  })

  it('ends with the same two requests, of which one sees that the other has claimed the key', () => {
    const [race, cure] = TALK.slice(3).map(({ session }) => session)
    expect(cure).toEqual({ ...race, settings: { ...race?.settings, server: 'one-transaction' } })
  })
})

describe('the chapters of an address', () => {
  it('are the talk where it names no run', () => {
    expect(chaptersFor(at(''), EMPTY, false)).toBe(TALK)
  })

  it('are its run alone, as it stands', () => {
    const session = { settings: DEFAULT_SETTINGS, inputs: pays(0) }
    expect(chaptersFor(at(''), session, false)).toEqual([
      { title: 'This run', question: null, notice: null, session },
    ])
    expect(chaptersFor(at(''), session, false)[0]?.session).toBe(session)
  })

  it('are its scenario alone, and of one that ends otherwise nothing is said', () => {
    expect(chaptersFor(at('ghost'), ghost, false)).toEqual([TALK[0]])
    const other = { ...ghost, settings: { ...ghost.settings, responseLoss: 0 } }
    expect(chaptersFor(at('ghost'), other, false)).toEqual([{ ...TALK[0], session: other, notice: null }])
  })

  it('are the story on both sides of a twin to which nothing has been pressed, under its own settings', () => {
    const settings = { ...EMPTY.settings, timeout: 3000 }
    const [chapter, ...others] = chaptersFor(at(''), { settings, inputs: [] }, true)
    expect(others).toEqual([])
    expect(chapter?.question).toMatch(/How often is each side charged\?$/)
    expect(chapter?.session).toEqual({ settings, inputs: TALK[1]?.session.inputs })
  })

  it('are the run of the twin, without a card in its way', () => {
    const run = { ...EMPTY, inputs: ghost.inputs }
    expect(chaptersFor(at(''), run, true)).toMatchObject([{ title: 'This run', question: null }])
    expect(chaptersFor(at('ghost'), ghost, true)).toMatchObject([{ title: 'The ghost', question: null }])
  })
})
