import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../sim/index.ts'
import { type Choices, DEFAULT_CHOICES } from './choices.ts'
import { cautions, type Form, partsProblems, refusal, warnings } from './limits.ts'
import { PARTS } from './parts.ts'
import { buildAt, type Place, placeOf } from './place.ts'
import type { Scenes } from './scenes.ts'

const FORMS: readonly Form[] = ['iframe', 'element', 'mdx', 'markdown', 'link']
const NO_RUN: Scenes = { scenarios: [], labs: [], run: null }
const RUN: Scenes = {
  ...NO_RUN,
  run: { settings: DEFAULT_SETTINGS, atMs: 0, text: { start: '1.a', now: '1.b' } },
}

/** Where a page of this address stands; a hosted page has a script of its own. */
function at(href: string, { script = true, origin = '' } = {}): Place {
  const url = new URL(href)
  return placeOf({
    location: url as unknown as Location,
    origin: origin || url.origin,
    document: { querySelector: () => (script ? {} : null) } as unknown as Document,
  })
}
const SITE = at('https://example.org/dcs/?seed=7#/embed')
const HOSTED_FILE = at('https://example.org/course/pay.html', { script: false })
const FILE = at('file:///home/ada/standalone.html', { script: false })
const chosen = (choices: Partial<Choices>) => ({ ...DEFAULT_CHOICES, ...choices })
const refused = (choices: Partial<Choices>, place: Place, scenes = NO_RUN) =>
  FORMS.filter(form => refusal(form, chosen(choices), scenes, place) !== '')
const told = (form: Form, choices: Partial<Choices>, place = SITE) =>
  cautions(form, chosen(choices), place).join(' ')
const warned = (form: Form, choices: Partial<Choices>, place = SITE) =>
  warnings(form, chosen(choices), place).join(' ')

describe('a choice that cannot work', () => {
  it('is said of nothing on a site', () => {
    expect(SITE.address).toBe('https://example.org/dcs/')
    expect(refused({}, SITE)).toEqual([])
    expect(buildAt(SITE)).toBe('site')
  })

  it('is a site, for a page from a file or without an address', () => {
    for (const place of [FILE, at('about:srcdoc'), at('blob:https://example.org/1')]) {
      expect(refused({ build: 'site' }, place)).toEqual(FORMS)
      expect(refused({ build: 'file' }, place)).toEqual(['element'])
      expect(buildAt(place)).toBe('file')
    }
  })

  it('is embed.js beside a single file', () => {
    expect(refused({ build: 'file' }, SITE)).toEqual(['element'])
    expect(refused({ build: 'site' }, at('https://example.org/a.html', { script: false }))).toEqual([
      'element',
    ])
  })

  it('is a lab in a single file, which has none', () => {
    expect(refused({ scene: 'lab' }, SITE)).toEqual([])
    expect(refused({ scene: 'lab', build: 'file' }, SITE)).toEqual(FORMS)
    expect(partsProblems(chosen({ scene: 'lab' }))).toEqual([])
  })

  it('is a run where there is none', () => {
    expect(refused({ scene: 'run' }, SITE)).toEqual(FORMS)
    expect(refused({ scene: 'run' }, SITE, RUN)).toEqual([])
  })
})

describe('what works otherwise than expected is said', () => {
  const cases: [string, Form, Partial<Choices>, RegExp, Place?][] = [
    ['a height nobody follows', 'iframe', {}, /keeps it at 640 px.* There, copy embed\.js instead\.$/],
    ['of JSX too, without embed.js beside a file', 'mdx', { build: 'file' }, /it scrolls inside\.$/],
    ['stripped scripts', 'element', {}, /scripts are stripped/],
    ['a sandbox around a file', 'iframe', { build: 'file' }, /in a sandbox/],
    ['a file without a picture', 'markdown', { build: 'file' }, /words only/],
    ['a hosted single file without a picture', 'markdown', {}, /words only/, HOSTED_FILE],
    ['a hosted single file without embed.js', 'iframe', {}, /in a sandbox.* scrolls inside\.$/, HOSTED_FILE],
    [
      'a refused clipboard',
      'link',
      {},
      /clipboard may be refused/,
      at('https://example.org/', { origin: 'null' }),
    ],
  ]
  it.each(cases)('of %s', (_, form, choices, words, place) => {
    expect(told(form, choices, place)).toMatch(words)
  })

  const dire: typeof cases = [
    ['an address of this computer', 'link', {}, /this computer only/, at('http://127.0.0.1:4173/')],
    ['an address by http', 'iframe', {}, /only http\./, at('http://example.org/')],
    ['where a file must lie', 'iframe', { build: 'file' }, /the file must lie there/],
    ['a link to a file by its name', 'link', { build: 'file' }, /whole address/],
  ]
  it.each(dire)('as a warning of %s', (_, form, choices, words, place) => {
    expect(warned(form, choices, place)).toMatch(words)
    expect(told(form, choices, place)).not.toMatch(words)
  })

  it('only where it is so', () => {
    for (const form of FORMS) expect(warned(form, {})).toBe('')
    expect(warned('link', { build: 'file', fileAddress: 'https://example.org/s.html' })).toBe('')
    expect(told('iframe', { sizing: 'fixed' })).toBe('')
    expect(told('link', {})).toBe('')
    expect(told('markdown', {})).toBe('')
    expect(told('link', { build: 'file', fileAddress: 'https://example.org/s.html' })).toBe('')
  })
})

describe('of the parts', () => {
  const all = (state: 'locked' | 'hidden') => Object.fromEntries(PARTS.map(({ part }) => [part, state]))
  const cases: [string, Partial<Choices>, RegExp][] = [
    ['an empty frame', { parts: all('hidden') }, /only the Pay button is left/],
    ['what goes with the settings', { parts: { settings: 'hidden' } }, /go with the settings/],
    ['a Pay that nobody can press', { parts: all('locked') }, /nobody can press Pay/],
    [
      'a Play that nobody sees',
      { scene: 'scenario', parts: { playback: 'hidden' } },
      /nobody can press Play, which is hidden/,
    ],
    [
      'a Play that nobody can press',
      { scene: 'run', parts: { playback: 'locked' } },
      /nobody can press Play, which is locked/,
    ],
  ]
  it.each(cases)('%s is said', (_, choices, words) => {
    expect(partsProblems(chosen(choices)).join(' ')).toMatch(words)
  })

  it('nothing is said where all is well', () => {
    expect(partsProblems(chosen({ parts: { events: 'hidden', keys: 'locked' } }))).toEqual([])
    expect(partsProblems(chosen({ scene: 'run', start: 'auto', parts: all('locked') }))).toEqual([])
  })
})
