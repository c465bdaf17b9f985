import fc from 'fast-check'
import { transformWithOxc } from 'vite'
import { describe, expect } from 'vitest'
import { itHolds } from '../sim/testing/property.ts'
import { frameAddress, mdx } from './snippets.ts'

/** What a JSX compiler makes of it: the element's name and what it is given. */
async function compiled(jsx: string): Promise<[string, Record<string, unknown>]> {
  const { code } = await transformWithOxc(`result = ${jsx}`, 'page.jsx', {
    jsx: { runtime: 'classic', pragma: 'element' },
  })
  const run = new Function('element', `let result; ${code}; return result`)
  return run((name: string, given: Record<string, unknown>) => [name, given])
}

const title = fc.oneof(
  fc.string({ unit: 'grapheme-ascii' }),
  fc.constantFrom('"quoted" & <b>', '{1 + 1}', "it's \\ &amp;", '&quot;'),
)

describe('a snippet for MDX', () => {
  itHolds(
    'is an iframe to a JSX compiler, with the same title, address and height',
    { seed: 415, runs: 100 },
    fc.asyncProperty(title, title, fc.boolean(), async (named, run, grows) => {
      const embed = {
        base: 'https://example.org/',
        parameters: [['run', run] as const],
        page: '',
        title: named,
        heightPx: 480,
        grows,
      }
      const [tag, given] = await compiled(mdx(embed))
      expect(tag).toBe('iframe')
      expect(given).toEqual({
        title: named,
        src: frameAddress(embed),
        loading: 'lazy',
        style: { width: '100%', height: 480, border: 0 },
        allow: 'clipboard-write; fullscreen',
        allowFullScreen: true,
        ...(grows && { 'data-double-charge-simulator': true }),
      })
    }),
  )
})
