import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Flight, Trace } from '../../sim/index.ts'
import { session } from '../../sim/testing/arbitraries.ts'
import { itHolds } from '../../sim/testing/property.ts'
import { CALM, pays, run } from '../../sim/testing/run.ts'
import { Scene } from '../../sim/testing/scene.ts'
import { countUntil, type Layout, layoutOf } from './layout.ts'
import { HIGHEST_ROW, NARROW, WIDE } from './measures.ts'
import { figuresOf } from './picture.ts'
import { heightOfTime } from './rows.ts'

const laid = (trace: Trace, untilMs = Number.POSITIVE_INFINITY, detailed = false) =>
  layoutOf(trace, countUntil(trace, untilMs), { measures: WIDE, detailed })
const arrow = ({ arrows }: Layout, message: string) => {
  const found = arrows.find(({ flight }) => flight.message === message)
  if (!found) throw new Error(`No arrow ${message}.`)
  return found
}
const rowOf = ({ rows }: Layout, kind: string) => {
  const found = rows.find(({ event }) => event.kind === kind)
  if (!found) throw new Error(`No row of ${kind}.`)
  return found
}
const marks = ({ marks: all }: Layout) => all.map(({ kind, x }) => [kind, x])
const [first = 0, second = 0] = WIDE.workers

describe('a request', () => {
  it('goes from you to the worker that takes it, where it starts', () => {
    const layout = laid(run(CALM, pays(0)))
    expect(arrow(layout, 'p1.a1.request')).toMatchObject({
      look: 'arrived',
      from: { x: WIDE.you, y: rowOf(layout, 'attempt.sent').y },
      to: { x: first, y: rowOf(layout, 'handler.started').y },
    })
    expect(layout.rows.map(({ event }) => event.kind)).not.toContain('request.delivered')
  })

  it('that no worker is free for ends at the door, waits there, and is fetched', () => {
    const layout = laid(run(CALM, pays(0, 10, 20)))
    const { to } = arrow(layout, 'p1.a3.request')
    expect(to).toEqual({ x: WIDE.door, y: rowOf(layout, 'request.delivered').y })
    const started = layout.rows.findLast(({ event }) => event.kind === 'handler.started')
    expect(layout.spans.filter(({ kind }) => kind === 'wait')).toMatchObject([
      { x: WIDE.door, from: to?.y, to: started?.y, taker: first },
    ])
  })

  it('that is turned away ends at the door, and its answer begins there', () => {
    const layout = laid(run({ ...CALM, rateLimit: 1 }, pays(0)))
    expect(arrow(layout, 'p1.a1.request').to?.x).toBe(WIDE.door)
    expect(arrow(layout, 'p1.a1.response').from).toEqual({
      x: WIDE.door,
      y: rowOf(layout, 'response.sent').y,
    })
    expect(layout.spans).toEqual([])
  })

  it('that is lost ends on the way, as far as it had come', () => {
    const scene = new Scene(CALM).pay().lose('p1.a1.request')
    const { look, to } = arrow(laid(scene.trace), 'p1.a1.request')
    expect(look).toBe('lost')
    expect(to?.x).toBeCloseTo(WIDE.you + (WIDE.door - WIDE.you) / 700)
  })

  it('of which there is a copy has a second arrow, from where the copy is made', () => {
    const layout = laid(run({ ...CALM, duplicate: 1 }, pays(0)))
    expect(arrow(layout, 'p1.a1.request.2')).toMatchObject({
      from: { x: WIDE.you, y: rowOf(layout, 'request.duplicated').y },
      flight: { copy: 2 },
    })
    const late = new Scene(CALM)
      .pay()
      .configure({})
      .configure({})
      .take({ kind: 'duplicate', message: 'p1.a1.request' })
    expect(arrow(laid(late.trace), 'p1.a1.request.2').from.x).toBeGreaterThan(WIDE.you)
  })
})

describe('an answer', () => {
  const fates: [string, Parameters<typeof run>, string, string][] = [
    ['arrives', [CALM, pays(0)], 'p1.a1.response', 'arrived'],
    ['is lost', [{ ...CALM, responseLoss: 1 }, pays(0)], 'p1.a1.response', 'lost'],
    ['comes too late', [{ ...CALM, timeout: 1200 }, pays(0)], 'p1.a1.response', 'late'],
    ['reports a second charge', [CALM, pays(0, 10)], 'p1.a2.response', 'again'],
    ['is replayed', [{ ...CALM, keys: 'per-payment' }, pays(0, 1000)], 'p1.a2.response', 'replayed'],
    ['is an error', [{ ...CALM, serverError: 'after-charge' }, pays(0)], 'p1.a1.response', 'broke'],
  ]
  it.each(fates)('that %s looks like it', (_, [settings, inputs], message, look) => {
    expect(arrow(laid(run(settings, inputs)), message).look).toBe(look)
  })

  it('goes from the worker that gives it back to you', () => {
    const layout = laid(run(CALM, pays(0, 10)))
    const { from, to } = arrow(layout, 'p1.a2.response')
    expect([from.x, to?.x]).toEqual([second, WIDE.you])
  })

  it('is late from when nobody waits for it any more, also on its way', () => {
    const trace = run({ ...CALM, timeout: 1200 }, pays(0))
    expect(arrow(laid(trace, 1199), 'p1.a1.response').look).toBe('way')
    expect(arrow(laid(trace, 1200), 'p1.a1.response').look).toBe('late')
  })
})

describe('the lanes', () => {
  it('have a mark for a press, for each operation, and for what you come to know', () => {
    expect(marks(laid(run({ ...CALM, keys: 'per-payment' }, pays(0))))).toEqual([
      ['press', WIDE.you],
      ['written', first],
      ['written', first],
      ['charged', first],
      ['written', first + 17],
      ['paid', WIDE.you - 17],
    ])
  })

  it('keep what falls on one place apart, without coming near to the next lane', () => {
    const trace = run({ ...CALM, keys: 'per-payment' }, pays(0))
    const narrow = layoutOf(trace, trace.events.length, { measures: NARROW, detailed: false }).marks
    const [charged, saved] = narrow.filter(({ kind }) => kind === 'charged' || kind === 'written').slice(-2)
    expect([charged?.x, saved?.x]).toEqual([NARROW.workers[0], NARROW.workers[0]])
    expect((saved?.y ?? 0) - (charged?.y ?? 0)).toBe(14)
  })

  it('tell a second charge from a first one, and a timeout', () => {
    const kinds = marks(laid(run({ ...CALM, responseLoss: 1 }, pays(0, 3000)))).map(([kind]) => kind)
    expect(kinds).toEqual([
      ...['press', 'charged', 'timeout', 'unknown'],
      ...['press', 'charged-again', 'timeout', 'unknown'],
    ])
  })

  it('show how long a worker works, sleeps and is down', () => {
    const scene = new Scene({ keys: 'per-payment', server: 'set-nx' })
      .pay()
      .deliver('p1.a1.request')
      .step(1, 1)
    scene
      .take({ kind: 'pause', worker: 0 })
      .take({ kind: 'crash', worker: 0 })
      .take({ kind: 'restart', worker: 0 })
    const layout = laid(scene.trace)
    const y = (kind: string) => rowOf(layout, kind).y
    expect(layout.spans).toMatchObject([
      { kind: 'work', x: first, from: y('handler.started'), to: y('server.crashed') },
      { kind: 'asleep', x: first, from: y('server.paused'), to: y('server.crashed') },
      { kind: 'down', x: first, from: y('server.crashed'), to: y('server.restarted') },
    ])
    expect(marks(layout).map(([kind]) => kind)).toEqual([
      'press',
      'written',
      'paused',
      'crashed',
      'restarted',
    ])
  })

  it('have no end for what has not ended yet', () => {
    const layout = laid(run(CALM, pays(0)), 800)
    expect(layout.spans).toMatchObject([{ kind: 'work', to: null }])
    expect(arrow(laid(run(CALM, pays(0)), 500), 'p1.a1.request')).toMatchObject({ look: 'way', to: null })
  })
})

describe('the rows', () => {
  it('leave out what is of no interest, or nothing', () => {
    const trace = run(CALM, pays(0))
    expect(laid(trace, 0).rows.map(({ event }) => event.kind)).toEqual(['attempt.sent'])
    expect(laid(trace, Infinity, true).rows.map(({ event }) => event)).toEqual(trace.events)
  })

  it('lie the farther apart the longer a wait, within bounds', () => {
    const { rows } = laid(run({ ...CALM, responseLoss: 1, timeout: 20_000 }, pays(0)))
    const heights = rows.map(({ event, height }) => [event.kind, height])
    expect(heights).toEqual([
      ['attempt.sent', 56],
      ['handler.started', 28],
      ['ledger.charged', 28],
      ['response.sent', 28],
      ['response.lost', HIGHEST_ROW],
      ['attempt.timedOut', HIGHEST_ROW],
    ])
  })

  it('give every moment a height: rows their own, and between them in proportion', () => {
    const { rows } = laid(run(CALM, pays(0)))
    const [sent, started] = rows
    expect(heightOfTime(rows, 0)).toBe(sent?.y)
    expect(heightOfTime(rows, 350)).toBe(((sent?.y ?? 0) + (started?.y ?? 0)) / 2)
    expect(heightOfTime(rows, 700)).toBe(started?.y)
    expect(heightOfTime(rows, 1e9)).toBeGreaterThan(rows.at(-1)?.y ?? 0)
    expect(heightOfTime(rows, 1e9)).toBeLessThanOrEqual((rows.at(-1)?.top ?? 0) + HIGHEST_ROW)
  })

  it('give away nothing that has not been seen', () => {
    const trace = run({ ...CALM, keys: 'per-payment', duplicate: 1, responseLoss: 0.5 }, pays(0, 400, 800))
    for (const untilMs of [0, 350, 700, 1000, 1400]) {
      const events = trace.events.slice(0, countUntil(trace, untilMs))
      // What a flight knows of its own end must not show before.
      const blind = ({ endAt, ...flight }: Flight): Flight =>
        endAt <= untilMs ? { endAt, ...flight } : { ...flight, endAt: Number.NaN, end: 'none' }
      const drawn = (from: Trace) =>
        figuresOf(laid(from, untilMs), untilMs, { from: 0, to: 9999 }).map(({ shapes }) => shapes)
      expect(drawn(trace)).toEqual(drawn({ ...trace, events, flights: trace.flights.map(blind) }))
    }
  })
})

describe('the layout', () => {
  itHolds(
    'goes down strictly, and every arrow from the row that sent it to the row that ends it',
    { seed: 41, runs: 60 },
    fc.property(session, fc.boolean(), fc.boolean(), (drawn, detailed, narrow) => {
      const trace = run(drawn.settings, drawn.inputs)
      const measures = narrow ? NARROW : WIDE
      const {
        rows,
        arrows,
        marks: all,
        height,
      } = layoutOf(trace, trace.events.length, { measures, detailed })
      const heights = new Map(rows.map(({ event, y }) => [event.id, y]))
      for (const [index, row] of rows.entries()) {
        const above = rows[index - 1]
        if (above) expect(row.y - above.y).toBeGreaterThanOrEqual(measures.row)
      }
      expect(arrows).toHaveLength(trace.flights.length)
      for (const { sent, end, from, to, flight } of arrows) {
        expect(from.y).toBe(heights.get(sent.id))
        expect(to?.y).toBe(end ? heights.get(end.id) : undefined)
        expect([sent.id, end !== null]).toEqual([flight.sentId, flight.end !== 'none'])
        expect(to && to.y <= from.y).toBeFalsy()
      }
      for (const { y } of all) expect(y).toBeLessThanOrEqual(height)
    }),
  )
})
