import { describe, expect, it } from 'vitest'
import { seconds } from '../../narrate/words.ts'
import { balanceOf, chargesOf, type TraceEvent } from '../../sim/index.ts'
import { runSession } from '../../store/run-session.ts'
import { CHAPTERS } from '../chapters.ts'
import { pay, sessionOf } from '../run.ts'
import { PHASES, type Phase } from './phases.ts'

function phase(id: string): Phase & { run: NonNullable<Phase['run']> } {
  const found = PHASES.find(each => each.id === id)
  if (!found?.run) throw new Error(`The lesson has no run ${id}.`)
  return { ...found, run: found.run }
}

function watched(id: string) {
  const { events, steps } = runSession(sessionOf(phase(id).run))
  const times = (kind: TraceEvent['kind']) =>
    events.filter(event => event.kind === kind).map(({ at }) => seconds(at))
  const state = steps.at(-1)?.state
  return { times, left: state && balanceOf(state) }
}

describe('the lesson', () => {
  it('is twenty minutes in five steps, and a sixth link to take home', () => {
    expect(PHASES.map(({ minutes }) => minutes)).toEqual([3, 5, 4, 5, 3, 0])
    expect(PHASES).toHaveLength(6)
    expect(CHAPTERS.map(({ id }) => id)).toContain(PHASES[5]?.chapter)
  })

  it.each(PHASES.filter(({ run }) => run))('ends $id as it says', ({ run }) => {
    if (!run) throw new Error('There is a run.')
    const { events, steps } = runSession(sessionOf(run))
    const state = steps.at(-1)?.state
    expect(state?.payments.map((_, index) => chargesOf(state.ledger, index + 1))).toEqual(run.ends.charges)
    expect(state?.payments.map(({ belief }) => belief)).toEqual(run.ends.beliefs)
    const sent = events.filter(({ kind }) => kind === 'response.sent')
    expect(sent.map(({ response }) => response?.status)).toEqual(run.ends.answers)
  })

  it('tells the times and sums of the ghost', () => {
    const { times, left } = watched('predict')
    expect(phase('predict').see).toContain(`charges $100 at ${times('ledger.charged')[0]};`)
    expect(phase('predict').see).toContain(`lost at ${times('response.lost')[0]}`)
    expect(left).toBe(90_000)
  })

  it('breaks it whenever one presses after the timeout', () => {
    for (const at of [2500, 2600, 3000, 4321, 9000, 60_000]) {
      const { events, steps } = runSession(
        sessionOf({ settings: phase('break').run.settings, inputs: pay(0, at) }),
      )
      const state = steps.at(-1)?.state
      expect(state && balanceOf(state), String(at)).toBe(80_000)
      expect(events.filter(({ kind }) => kind === 'response.delivered')).toHaveLength(1)
      expect(state?.payments[0]?.belief).toBe('paid')
    }
  })

  it('tells the times and sums of the double charge, its cure and the race', () => {
    const explained = watched('explain')
    expect(phase('explain').see).toContain(`The second charge, at ${explained.times('ledger.charged')[1]}`)
    expect(explained.left).toBe(80_000)
    const cured = watched('cure')
    expect(phase('cure').see).toContain(`knows the key at ${seconds(3785)}`)
    expect(cured.times('store.read')).toEqual([seconds(3785)])
    expect(cured.left).toBe(90_000)
    const raced = watched('race')
    expect(raced.times('store.read')).toEqual(['0.8 s', '0.9 s'])
    expect(raced.left).toBe(80_000)
  })
})
