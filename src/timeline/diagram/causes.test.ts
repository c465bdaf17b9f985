import { describe, expect, it } from 'vitest'
import { CALM, eventsOf, pays, run } from '../../sim/testing/run.ts'
import { chainOf, firstEffect, shownCauses } from './causes.ts'

const trace = run({ ...CALM, responseLoss: 1 }, pays(0, 3000))
const id = (kind: Parameters<typeof eventsOf>[1], nth = 0) => eventsOf(trace, kind)[nth]?.id ?? -1

describe('the causes of an event', () => {
  it('are those that it names', () => {
    const lost = id('response.lost')
    expect(shownCauses(trace.events, lost, () => true)).toEqual(trace.events[lost]?.cause)
  })

  it('are those of a cause that is not shown, in its place', () => {
    const hidden = id('request.delivered')
    const started = id('handler.started')
    expect(shownCauses(trace.events, started, () => true)).toEqual([hidden])
    expect(shownCauses(trace.events, started, cause => cause !== hidden)).toEqual([id('attempt.sent')])
  })

  it('lead from a second charge back to the first press', () => {
    const chain = chainOf(trace.events, id('ledger.charged', 1))
    expect(chain).toContain(id('attempt.sent'))
    expect(chain).toContain(id('attempt.timedOut'))
    expect(chain).toContain(id('ledger.charged', 1))
    expect(chain).not.toContain(id('response.lost', 1))
  })

  it('are found again from the cause', () => {
    const all = trace.events.map(event => event.id)
    expect(firstEffect(trace.events, id('response.sent'), all, () => true)).toBe(id('response.lost'))
    expect(firstEffect(trace.events, all.length - 1, all, () => true)).toBeUndefined()
  })
})
