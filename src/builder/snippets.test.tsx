import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../sim/testing/property.ts'
import type { Parameter } from './parameters.ts'
import { type Embed, element, frameAddress, iframe, markdown, pageAddress } from './snippets.ts'

const NAMES = ['seed', 'keys', 'responseLoss', 'scenario', 'run', 'hide', 'lock', 'theme', 'links', 'resize']

/** Any text, but often one that markup takes for something else. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }).map(drawn => drawn.replaceAll(/[\0\r\ud800-\udfff]/g, '')),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    '&quot;&amp;',
    'a & b < c > d',
    "it's",
    '{title}',
    '](x)',
    '…',
  ),
)
const parameters: fc.Arbitrary<Parameter[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), text), { selector: ([name]) => name })
  .map(drawn => [['seed', '7'], ...drawn.filter(([name]) => name !== 'seed')])

const embed: fc.Arbitrary<Embed> = fc.record({
  base: fc.constantFrom(
    'https://example.org/',
    'https://example.org/a%20(b)/index.html',
    'standalone.html',
    'week-3/s.html',
  ),
  parameters,
  page: fc.constantFrom('', 'twin', 'learn/networks'),
  title: text,
  heightPx: fc.integer({ min: 280, max: 2000 }),
  grows: fc.boolean(),
})

/** The elements of a course page that holds a snippet and nothing else. */
const parsed = (html: string) => [
  ...new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body.children,
]
const parametersIn = (address: string) => [...new URL(address, 'https://course.example/').searchParams]
const attribute = (node: Element | undefined, name: string) => node?.getAttribute(name)

describe('a snippet', () => {
  itHolds(
    'is, as an iframe, one element that a browser reads as it was meant',
    { seed: 411, runs: 100 },
    fc.property(embed, given => {
      const [frame, ...others] = parsed(iframe(given))
      expect(others).toEqual([])
      expect(frame?.tagName).toBe('IFRAME')
      expect(attribute(frame, 'title')).toBe(given.title)
      expect(parametersIn(attribute(frame, 'src') ?? '')).toEqual([...given.parameters, ['embed', '1']])
      expect(attribute(frame, 'style')).toBe(`width:100%;height:${given.heightPx}px;border:0`)
      expect(frame?.hasAttribute('allowfullscreen')).toBe(true)
      expect(frame?.hasAttribute('data-double-charge-simulator')).toBe(given.grows)
      expect(frame?.textContent).toBe('')
    }),
  )

  itHolds(
    'is, with embed.js, a script beside the simulator and an element whose attributes are the parameters',
    { seed: 412, runs: 100 },
    fc.property(embed, given => {
      const [script, scene, ...others] = parsed(element(given))
      expect(others).toEqual([])
      expect(attribute(script, 'src')).toBe(given.base.replace(/[^/]*$/, 'embed.js'))
      expect(scene?.tagName).toBe('DOUBLE-CHARGE-SIMULATOR')
      for (const [name, value] of given.parameters) expect(attribute(scene, name), name).toBe(value)
      expect(attribute(scene, 'page')).toBe(given.page || null)
      expect(attribute(scene, 'height')).toBe(String(given.heightPx))
    }),
  )

  itHolds(
    'links to the same scene on its own page, without what only a frame can heed',
    { seed: 413, runs: 200 },
    fc.property(embed, given => {
      const of = (address: string) => parametersIn(address).map(([name]) => name)
      const alone = of(pageAddress(given))
      expect(alone).not.toContain('embed')
      expect([...alone, 'links', 'resize', 'embed']).toEqual(expect.arrayContaining(of(frameAddress(given))))
      expect(new URL(pageAddress(given), 'https://course.example/').hash).toBe(`#/${given.page}`)
    }),
  )

  itHolds(
    'is, in Markdown, one link whose brackets are its own',
    { seed: 414, runs: 300 },
    fc.property(embed, fc.boolean(), (given, picture) => {
      const written = markdown(given, picture)
      const bare = written.replaceAll(/\\[\\`*_[\]()<>&!#|~]/g, '')
      expect(bare.match(/[[\]()]/g)?.join('')).toBe(picture ? '[[]()]()' : '[]()')
      expect(written.endsWith(`](${pageAddress(given).replaceAll('(', '%28').replaceAll(')', '%29')})`)).toBe(
        true,
      )
    }),
  )

  it('is read by people as well: commas and colons stand as they are', () => {
    const given: Embed = {
      base: 'https://example.org/',
      parameters: [
        ['seed', '7'],
        ['hide', 'events,balance'],
        ['twin', 'keys:per-attempt'],
      ],
      page: 'twin',
      title: 'Week 3',
      heightPx: 480,
      grows: false,
    }
    expect(iframe(given)).toBe(
      '<iframe title="Week 3" src="https://example.org/?seed=7&amp;hide=events,balance&amp;twin=keys:per-attempt&amp;embed=1#/twin" loading="lazy" style="width:100%;height:480px;border:0" allow="clipboard-write; fullscreen" allowfullscreen></iframe>',
    )
  })
})
