import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, pays, run } from '../sim/testing/run.ts'
import { runSession } from '../store/run-session.ts'
import { newPayment } from '../testing/inputs.ts'
import { stopAt, stopsBeside, stopsOf } from './stops.ts'

const STORY = { seed: 202 } as const
const KEYED = { ...STORY, keys: 'per-payment' } as const
const told = (stops: ReturnType<typeof stopsOf>) => stops.map(({ atMs, caption }) => `${atMs} ${caption}`)

describe('the stops of the story, seed 202', () => {
  it('with keys off', () => {
    expect(told(stopsOf(run(STORY, pays(0, 3000))))).toEqual([
      '0 You press Pay.',
      '987 The bank charges $100.',
      '1432 The answer is lost.',
      '2500 No answer: timed out. You do not know whether you were charged.',
      '3000 You press Pay again: attempt 2.',
      '3935 The bank charges $100 a second time. Broken promise: at most one charge a payment.',
      '4646 The answer to attempt 2 arrives: 201 Created. You know now: paid.',
    ])
  })

  it('with keys on', () => {
    expect(told(stopsOf(run(KEYED, pays(0, 3000))))).toEqual([
      '0 You press Pay.',
      '1287 The bank charges $100.',
      '1732 The answer is lost.',
      '2500 No answer: timed out. You do not know whether you were charged.',
      '3000 You press Pay again: attempt 2.',
      '3785 The bank knows this key: already done.',
      '4496 The answer to attempt 2 arrives: 201 Created. You know now: paid.',
    ])
  })

  it('on both sides of a twin: what is said of both is said once', () => {
    const [off, on] = [STORY, KEYED].map(settings => run(settings, pays(0, 3000)))
    expect(off && on && told(stopsBeside(off, on))).toEqual([
      '0 You press Pay.',
      '987 First side: The bank charges $100.',
      '1287 Second side: The bank charges $100.',
      '1432 First side: The answer is lost.',
      '1732 Second side: The answer is lost.',
      '2500 No answer: timed out. You do not know whether you were charged.',
      '3000 You press Pay again: attempt 2.',
      '3785 Second side: The bank knows this key: already done.',
      '3935 First side: The bank charges $100 a second time. Broken promise: at most one charge a payment.',
      '4496 Second side: The answer to attempt 2 arrives: 201 Created. You know now: paid.',
      '4646 First side: The answer to attempt 2 arrives: 201 Created. You know now: paid.',
    ])
    const sides = off && on && stopsBeside(off, on).map(({ side }) => side?.charAt(0) ?? '-')
    expect(sides?.join('')).toBe('-fsfs--sfsf')
  })
})

describe('stops', () => {
  it('are none where nothing happens', () => {
    expect(stopsOf(run(CALM, []))).toEqual([])
  })

  it('end with the run also where its last input changes nothing', () => {
    const settings = run(CALM, []).settings
    const lost = { at: 9000, type: 'dropMessage' as const, message: 'p1.a9.request' }
    expect(stopsOf(runSession({ settings, inputs: [...pays(0), lost] })).at(-1)?.atMs).toBe(9000)
  })

  it('say at most three sentences: what it comes to', () => {
    const crowded = run({ ...CALM, latency: '0-0' }, [...pays(0), newPayment(5000), ...pays(5000, 5000)])
    const captions = stopsOf(crowded).map(({ caption }) => caption)
    expect(captions.every(caption => (caption.match(/[.!?]( |$)/g) ?? []).length <= 3)).toBe(true)
    expect(captions.some(caption => (caption.match(/[.!?]( |$)/g) ?? []).length === 3)).toBe(true)
  })

  it('are come to with their time, and before the first there is none', () => {
    const stops = stopsOf(run({ ...CALM, responseLoss: 1 }, pays(500)))
    expect([0, 499, 500, 1499, 1500].map(ms => stopAt(stops, ms))).toEqual([-1, -1, 0, 0, 1])
  })

  itHolds(
    'rise, end with the run, hold every broken promise, and always say something',
    { seed: 405, runs: 60 },
    fc.property(session, drawn => {
      const trace = runSession(drawn)
      const stops = stopsOf(trace)
      const times = stops.map(({ atMs }) => atMs)
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
      if (trace.events.length > 0) expect(times.at(-1)).toBe(trace.endMs)
      expect(stops.every(({ caption }) => caption !== '')).toBe(true)
      for (const { kind, at } of trace.events) if (kind === 'promise.broken') expect(times).toContain(at)
      expect(stopsOf(runSession(drawn))).toEqual(stops)
    }),
  )
})
