import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../sim/index.ts'
import { session } from '../../sim/testing/arbitraries.ts'
import { itHolds } from '../../sim/testing/property.ts'
import { CALM, pays, run } from '../../sim/testing/run.ts'
import { drop } from '../../testing/inputs.ts'
import { mermaidOf } from './mermaid.ts'

/** Text in which Mermaid finds no syntax: no line break, no `;` or `#` but those of its own entities. */
const TEXT = String.raw`(?:[^#;<>&"%{}\\\p{Cc}\p{Cf}\u2028\u2029]|#\d+;)+`
const WHO = '(?:you|bank|w1|w2)'
const PARTICIPANT = new RegExp(`^  participant (${WHO}) as [^:;#]+$`, 'u')
const LINE = new RegExp(
  `^  (?:Note over (${WHO})(?:,(${WHO}))?|(${WHO})(?:->>|-->>|-x|--x|-\\))(${WHO})): ${TEXT}$`,
  'u',
)

/** What in a text is no line of a sequence diagram, or names somebody who does not take part. */
function strays(text: string): string[] {
  const [first, ...lines] = text.split('\n')
  const ended = lines.pop()
  const who = lines.flatMap(line => PARTICIPANT.exec(line)?.[1] ?? [])
  const rest = lines.slice(who.length)
  const fits = (line: string) =>
    (LINE.exec(line)?.slice(1) ?? ['nobody']).every(name => name === undefined || who.includes(name))
  const kept = first === 'sequenceDiagram' && ended === '' && new Set(who).size === who.length
  return kept ? rest.filter(line => !fits(line)) : [text]
}

const linesOf = (events: readonly TraceEvent[]) =>
  mermaidOf(events)
    .split('\n')
    .map(line => line.trim())

describe('the run as a Mermaid diagram', () => {
  it('has arrows for messages, crossed ones for lost ones, and notes for the rest', () => {
    const { events } = run({ ...CALM, responseLoss: 1 }, [...pays(0, 2500), drop(2600, 'p1.a2.request')])
    expect(mermaidOf(events)).toBe(`sequenceDiagram
  participant you as You
  participant bank as The bank’s door
  participant w1 as Worker 1
  participant w2 as Worker 2
  Note over you: 0.0 s You press Pay.
  you->>w1: attempt 1, no key (sent 0.0 s, arrived 0.7 s)
  Note over w1: 1.0 s The bank charges $100.
  w1--xyou: 201 Created (sent 1.1 s, lost 1.4 s)
  Note over you: 2.5 s No answer: timed out.
  Note over you: 2.5 s You press Pay again: attempt 2.
  you-xbank: attempt 2, no key (sent 2.5 s, lost 2.6 s)
  Note over you: 5.0 s No answer: timed out.
`)
  })

  it('tells a replayed answer, the key, and a broken promise', () => {
    const saved = run({ ...CALM, keys: 'per-payment', server: 'saved-response' }, pays(0, 1600))
    expect(linesOf(saved.events).join('\n')).toMatch(/->>w1: attempt 2, key [\da-f]{8}… \(/)
    expect(linesOf(saved.events).join('\n')).toContain('201 Created, replayed (')
    const twice = run(CALM, pays(0, 500))
    expect(linesOf(twice.events)).toContain(
      'Note over you,w2: 1.5 s Broken promise: at most one charge a payment.',
    )
  })

  it('shows at the bank’s door what no worker was free for, and what was turned away there', () => {
    const many = linesOf(run(CALM, pays(0, 1, 2)).events)
    expect(many).toContain('you->>bank: attempt 3, no key (sent 0.0 s, arrived 0.7 s)')
    expect(many).toContain('bank->>w1: attempt 3 has waited for a worker (until 1.1 s)')
    const refused = linesOf(run({ ...CALM, rateLimit: 1 }, pays(0)).events)
    expect(refused).toContain('bank-->>you: 429 Too Many Requests (sent 0.7 s, arrived 1.4 s)')
  })

  it('ends with what is still under way', () => {
    const { events } = run(CALM, pays(0))
    expect(linesOf(events.slice(0, 2)).at(-2)).toBe(
      'you-)bank: attempt 1, no key (sent 0.0 s, still under way)',
    )
  })

  it('takes nothing in a text for syntax', () => {
    const [opened, sent] = run({ ...CALM, keys: 'per-payment' }, pays(0)).events
    const hostile = 'a;b#c"\nend\n%%{init: {}}%% <b>\u2028\u202e'
    const headers = { 'Idempotency-Key': hostile }
    const request = { method: 'POST', path: '/', body: null, headers }
    const text = mermaidOf([opened, { ...sent, id: 1, request }] as TraceEvent[])
    expect(strays(text)).toEqual([])
    expect(text).toContain('key a#59;b#35;c#34; e… (')
  })

  it('is checked by a grammar that refuses what is none', () => {
    expect(strays('sequenceDiagram\n  participant you as You\n  you->>w1: hello\n')).toHaveLength(1)
    expect(strays('sequenceDiagram\n  participant you as You\n  you->>you: a;b\n')).toHaveLength(1)
    expect(strays('sequenceDiagram\n  participant you as You\n  you->>you: a#59;b\n')).toEqual([])
  })

  itHolds(
    'is a sequence diagram for every session',
    { seed: 25, runs: 100 },
    fc.property(session, fc.nat({ max: 200 }), ({ settings, inputs }, count) => {
      const { events } = run(settings, inputs)
      expect(strays(mermaidOf(events))).toEqual([])
      expect(strays(mermaidOf(events.slice(0, count)))).toEqual([])
    }),
  )
})
