import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inlinePublic } from './inline-public.ts'

it('puts icon, style sheet and picture into the page, and they stay what they are', () => {
  const files: Record<string, string> = {
    'a.css': 'p { margin: 0 }',
    'b.svg': `<svg id='x'>"100%" & é</svg>`,
  }
  const html = inlinePublic(
    '<link rel="stylesheet" href="/a.css" /><img src="/b.svg" /><a href="/b.svg">',
    file => files[file] ?? '',
  )
  expect(html).toContain('<style>p { margin: 0 }</style>')
  const urls = [...html.matchAll(/(?:src|href)="data:image\/svg\+xml,([^"]*)"/g)].map(([, url = '']) => url)
  expect(urls.map(decodeURIComponent)).toEqual([files['b.svg'], files['b.svg']])
})

it('leaves of the real page no file beside it', () => {
  const source = readFileSync(new URL('../index.html', import.meta.url), 'utf8')
  const names: string[] = []
  const html = inlinePublic(source, file => {
    names.push(file)
    return ''
  })
  expect(names).toEqual(['noscript.css', 'icon.svg', 'noscript.svg'])
  expect(html.match(/(?:src|href)="\.?\/[^"]*"/g)).toEqual(['src="/src/main.tsx"'])
})
