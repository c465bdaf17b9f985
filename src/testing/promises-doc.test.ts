import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { promisesDoc } from './promises-doc.ts'

const DOC = fileURLToPath(new URL('../../docs/promises.md', import.meta.url))
const BEGIN = '<!-- promises:begin -->'
const END = '<!-- promises:end -->'

it('docs/promises.md has the agreed table and the counterexamples as they are found (UPDATE_README=1 writes them there)', () => {
  const text = readFileSync(DOC, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const [, after] = rest?.split(END) ?? []
  const expected = `${before}${BEGIN}\n\n${promisesDoc()}\n\n${END}${after}`
  if (process.env.UPDATE_README === '1') writeFileSync(DOC, expected)
  else expect(text).toBe(expected)
})
