import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../drivers/timed.ts'
import { EVENT_KINDS } from '../event.ts'
import { session } from '../testing/arbitraries.ts'
import { itHolds } from '../testing/property.ts'
import { CALM, eventsOf, pays, run } from '../testing/run.ts'
import type { Trace } from './trace.ts'

describe('a trace', () => {
  itHolds(
    'numbers its events, never goes back in time, and names only earlier causes',
    { seed: 111, runs: 300 },
    fc.property(session, drawn => {
      const { events, steps, endMs } = simulate(drawn)
      let now = 0
      events.forEach((event, index) => {
        expect(event.id).toBe(index)
        expect(event.at).toBeGreaterThanOrEqual(now)
        now = event.at
        expect(event.cause).toEqual([...new Set(event.cause)].sort((a, b) => a - b))
        expect(event.cause.every(cause => cause >= 0 && cause < index)).toBe(true)
        expect(EVENT_KINDS).toContain(event.kind)
      })
      expect(endMs).toBe(now)
      expect(steps.flatMap(step => step.events)).toEqual(events)
      for (const step of steps) expect(step.events.every(event => event.at === step.at)).toBe(true)
    }),
  )

  itHolds(
    'is plain JSON but for flights without an end',
    { seed: 112, runs: 100 },
    fc.property(session, drawn => {
      const { events, steps } = simulate(drawn)
      expect(JSON.parse(JSON.stringify(events))).toEqual(events)
      const choices = steps.map(step => step.choice)
      expect(JSON.parse(JSON.stringify(choices))).toEqual(choices)
    }),
  )

  itHolds(
    'tells of every message how it was sent and how it ended',
    { seed: 113, runs: 200 },
    fc.property(session, drawn => {
      const { events, flights } = simulate(drawn)
      const sent = events.filter(({ kind }) => /\.(sent|duplicated)$/.test(kind))
      expect(flights.map(flight => flight.sentId)).toEqual(sent.map(event => event.id))
      for (const flight of flights) {
        const ends = events.filter(
          ({ message, kind }) => message === flight.message && /\.(lost|delivered)$/.test(kind),
        )
        expect(ends.map(end => [end.at, end.kind])).toEqual([[flight.endAt, `${flight.kind}.${flight.end}`]])
        expect(flight.sentAt).toBe(events[flight.sentId]?.at)
        expect(flight.latencyMs).toBe(events[flight.sentId]?.data?.latencyMs)
      }
    }),
  )
})

describe('causes', () => {
  const story = run({ ...CALM, keys: 'per-payment' }, [
    { at: 0, type: 'dropMessage', message: 'p1.a1.response' },
    ...pays(0, 3000),
  ])

  /** The kinds of an event's causes, oldest first. */
  function causesOf(trace: Trace, kind: (typeof EVENT_KINDS)[number], nth = 0): string[] {
    const { cause } = eventsOf(trace, kind)[nth] ?? { cause: [] }
    return cause.map(id => trace.events[id]?.kind ?? '')
  }

  it('lead from the press to the charge', () => {
    expect(causesOf(story, 'payment.opened')).toEqual([])
    expect(causesOf(story, 'attempt.sent')).toEqual(['payment.opened'])
    expect(causesOf(story, 'request.delivered')).toEqual(['attempt.sent'])
    expect(causesOf(story, 'handler.started')).toEqual(['request.delivered'])
    expect(causesOf(story, 'store.written')).toEqual(['handler.started'])
    expect(causesOf(story, 'ledger.charged')).toEqual(['store.written'])
  })

  it('lead from the charge to what became of the answer, and to not knowing', () => {
    expect(causesOf(story, 'response.sent')).toEqual(['store.written'])
    expect(causesOf(story, 'response.lost')).toEqual(['response.sent'])
    expect(causesOf(story, 'attempt.timedOut')).toEqual(['request.delivered', 'response.lost'])
    expect(causesOf(story, 'payment.unknown')).toEqual(['attempt.timedOut'])
    expect(causesOf(story, 'attempt.sent', 1)).toEqual(['payment.unknown'])
  })

  it('lead from the saved answer to its replay', () => {
    expect(causesOf(story, 'store.read')).toEqual(['store.written', 'handler.started'])
    expect(causesOf(story, 'payment.paid')).toEqual(['response.delivered'])
  })
})
