import { describe, expect, it, vi } from 'vitest'

// Vitest empties stylesheets that are imported, and the page's own types know no Node.
type Files = { readFileSync(path: URL, encoding: 'utf8'): string }
const { readFileSync } = await vi.importActual<Files>('node:fs')
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Tokens = Record<string, string>

/** The custom properties of the first block after `selector`. */
function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2's contrast ratio, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['--paper', '--sheet', '--code', '--way-wash', '--safe-wash', '--lost-wash', '--unsure-wash']
const TEXTS = ['--ink', '--ink-2', '--ink-3', '--way', '--safe', '--lost', '--unsure']

const light = tokensOf(':root')
const dark = tokensOf(`[data-theme='dark']`)

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, tokens) => {
  const pairs = (names: string[]) => names.flatMap(name => GROUNDS.map(ground => [name, ground] as const))

  it.each(pairs(TEXTS))('text in %s on %s has 4.5:1', (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(['--edge']))('a control with %s on %s has 3:1', (edge, ground) => {
    expect(contrast(tokens[edge] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

it('has the same dark theme by choice and by the system', () => {
  expect(tokensOf(`:root:not([data-theme='light'])`)).toEqual(dark)
})

it('gives every colour of the light theme a dark one', () => {
  const colours = (tokens: Tokens) => Object.keys(tokens).filter(name => tokens[name]?.startsWith('#'))
  expect(colours(dark)).toEqual(colours(light))
  expect(colours(light).length).toBeGreaterThan(15)
})
