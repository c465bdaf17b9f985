import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../sim/index.ts'
import { session } from '../../sim/testing/arbitraries.ts'
import { itHolds } from '../../sim/testing/property.ts'
import { CALM, pays, run } from '../../sim/testing/run.ts'
import { diagramSvg } from './diagram-svg.ts'

/** The picture's document; an error of the parser fails. */
function read(svg: string): SVGSVGElement {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  return document.documentElement as unknown as SVGSVGElement
}
const textsOf = (root: Element) => [...root.querySelectorAll('text')].map(({ textContent }) => textContent)

describe('the diagram as a picture', () => {
  it('has its size, a title, a description in words, and the sentences as text', () => {
    const root = read(diagramSvg(run({ ...CALM, responseLoss: 1 }, pays(0, 3000)), 4400, 'light'))
    expect(Number(root.getAttribute('width'))).toBeGreaterThan(500)
    expect(root.getAttribute('viewBox')).toBe(
      `0 0 ${root.getAttribute('width')} ${root.getAttribute('height')}`,
    )
    expect(root.querySelector('title')?.textContent).toBe('Space-time diagram')
    expect(root.querySelector('desc')?.textContent).toMatch(/to 4\.4 s\. You press Pay\..*a second time/)
    expect(textsOf(root)).toEqual(
      expect.arrayContaining([
        'You',
        'Worker 2',
        '0.0 s',
        'The bank charges $100 a second time.',
        'POST',
        '201',
      ]),
    )
  })

  it('reaches as far as it is told to, and no farther', () => {
    const trace = run({ ...CALM, responseLoss: 1 }, pays(0, 3000))
    const svg = diagramSvg(trace, 1000, 'light')
    expect(svg).toContain('The bank charges $100.')
    expect(svg).not.toContain('a second time')
    expect(read(diagramSvg(run(CALM, []), 0, 'light')).querySelector('desc')?.textContent).toContain(
      'Nothing has happened.',
    )
  })

  it('carries its colours in it, those of the theme, and asks for nothing else', () => {
    const trace = run({ ...CALM, keys: 'per-payment', responseLoss: 1 }, pays(0, 1000))
    const [light, dark] = (['light', 'dark'] as const).map(theme => diagramSvg(trace, 9000, theme)) as [
      string,
      string,
    ]
    for (const svg of [light, dark]) {
      expect(svg).not.toMatch(/style|class=|var\(|url\(|href/)
      for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g))
        expect(colour).toMatch(/^none$|^#[0-9a-f]{6}$/)
    }
    expect(light).toContain('#b23507')
    expect(dark).toContain('#ff9468')
    expect(dark).not.toContain('#b23507')
  })

  itHolds(
    'is well-formed, whatever happens',
    { seed: 42, runs: 40 },
    fc.property(session, fc.constantFrom('light', 'dark'), (drawn, theme) => {
      const trace = run(drawn.settings, drawn.inputs)
      const told = textsOf(read(diagramSvg(trace, trace.endMs, theme)))
      expect(told.length).toBeGreaterThanOrEqual(trace.flights.length)
      expect(told.join()).not.toMatch(/NaN|undefined/)
    }),
  )

  it.each([1, 99, 10_000, 99_999_999])('is well-formed for an amount of %d minor units', amount => {
    const inputs: Input[] = [{ at: 0, type: 'pay', amount }]
    read(diagramSvg(run({ ...CALM, keys: 'too-long' }, inputs), 5000, 'dark'))
    read(diagramSvg(run(CALM, inputs), 5000, 'dark'))
  })

  it('escapes what a sentence may hold that XML may not', () => {
    const trace = run(CALM, pays(0))
    const hostile = trace.events.map(event =>
      event.kind === 'settings.changed' || event.id > 1
        ? event
        : { ...event, kind: 'promise.broken' as const, data: { promise: `<b>&"\u0000\ud800` } },
    )
    const root = read(diagramSvg({ ...trace, events: hostile }, 5000, 'light'))
    expect(root.querySelector('b')).toBeNull()
  })
})
