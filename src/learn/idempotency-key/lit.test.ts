import { describe, expect, it } from 'vitest'
import { runSession } from '../../store/run-session.ts'
import { pay, sessionOf } from '../run.ts'
import { litBy, slotOf } from './lit.ts'
import { pathsOf } from './path.ts'
import { runs } from './runs.ts'

const trace = runSession(sessionOf(runs['in-flight']))
/** The paths after the nth event of a kind. */
function pathsAfter(kind: string, count = 1) {
  const event = trace.events.filter(each => each.kind === kind)[count - 1]
  return pathsOf(trace, (event?.id ?? -1) + 1)
}

describe('the chart', () => {
  it('is dark before the first request', () => {
    const { questions, leaves } = litBy([])
    expect([...questions, ...leaves]).toEqual([])
  })

  it('lights the questions that were asked, and the one a request stands at', () => {
    const paths = pathsAfter('handler.started')
    const { questions, ways, leaves } = litBy(paths)
    expect([...questions]).toEqual(['key', 'form', 'seen'])
    expect(ways.form).toEqual({ yes: true, no: false })
    expect(ways.seen).toEqual({ yes: false, no: false })
    expect(leaves.size).toBe(0)
    expect(paths.map(slotOf)).toContain('seen')
  })

  it('lights the ways of all that are being decided, two at once', () => {
    const paths = pathsAfter('store.read')
    expect(paths.map(({ stands }) => stands)).toEqual(['decides', 'decides'])
    expect([...litBy(paths).leaves].sort()).toEqual(['in-flight', 'new'])
  })

  it('keeps the way of the last that moved lit when nothing is decided any more', () => {
    const paths = pathsOf(trace, trace.events.length)
    expect(paths.every(({ stands }) => stands === 'answered')).toBe(true)
    expect([...litBy(paths).leaves]).toEqual(['new'])
    expect(paths.map(slotOf).sort()).toEqual(['in-flight', 'new'])
  })

  it('leaves the disc of a request that never arrived at the way in', () => {
    const lost = runSession(sessionOf({ settings: { requestLoss: 1 }, inputs: pay(0) }))
    expect(pathsOf(lost, lost.events.length).map(slotOf)).toEqual(['entry'])
  })
})
