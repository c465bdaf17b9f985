import { describe, expect, it } from 'vitest'
import { runSession } from '../../store/run-session.ts'
import { sessionOf } from '../run.ts'
import { beliefOf, chargedIn, clientView, lostIn } from './client-view.ts'
import { CARDS, deckOf } from './deck.ts'
import { runs } from './runs.ts'

const traceOf = (name: keyof typeof runs) => runSession(sessionOf(runs[name]))

describe('what a client sees', () => {
  it('claim: look-the-same: of a lost request and a lost answer, one thing', () => {
    const [lost, ghost] = [traceOf('request-lost'), traceOf('ghost')]
    expect(clientView(lost)).toEqual([expect.stringMatching(/^0\.0 s /), '2.5 s No answer: timed out.'])
    expect(clientView(ghost)).toEqual(clientView(lost))
    expect([chargedIn(lost), chargedIn(ghost)]).toEqual([0, 1])
    expect([lostIn(lost), lostIn(ghost)]).toEqual(['request', 'answer'])
  })

  it('of a success and of a failure, an answer', () => {
    expect([beliefOf(traceOf('success')), beliefOf(traceOf('failure'))]).toEqual(['paid', 'failed'])
    expect(clientView(traceOf('success'))).not.toEqual(clientView(traceOf('failure')))
    expect(lostIn(traceOf('success'))).toBeNull()
  })
})

describe('a round of guessing', () => {
  it('has payments that all look the same, of which some were charged', () => {
    for (const round of [0, 1, 2]) {
      const deck = deckOf(round)
      expect(deck).toHaveLength(CARDS)
      expect(new Set(deck.map(({ trace }) => clientView(trace).join())).size).toBe(1)
      const charged = deck.filter(({ trace }) => chargedIn(trace) > 0).length
      expect(charged).toBeGreaterThan(0)
      expect(charged).toBeLessThan(CARDS)
    }
  })

  it('is another one each time', () => {
    const seeds = [0, 1].flatMap(round => deckOf(round).map(({ session }) => session.settings.seed))
    expect(new Set(seeds).size).toBe(2 * CARDS)
  })
})
