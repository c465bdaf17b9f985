import { describe, expect, it, vi } from 'vitest'
import { INKS, type Ink } from './inks.ts'

// Vitest empties stylesheets that are imported, and the page's own types know no Node.
type Files = { readFileSync(path: URL, encoding: 'utf8'): string }
const { readFileSync } = await vi.importActual<Files>('node:fs')
const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8')

/** What a token is in the first block after a selector. */
function tokenIn(selector: string, name: string): string | undefined {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return block.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1]
}

describe.each([
  ['light', ':root'],
  ['dark', `[data-theme='dark']`],
] as const)('the inks of the %s theme', (theme, selector) => {
  it.each(Object.keys(INKS[theme]) as Ink[])('%s is the token of that name', ink => {
    expect(INKS[theme][ink]).toBe(tokenIn(selector, ink))
  })
})
