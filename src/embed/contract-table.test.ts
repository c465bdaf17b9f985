import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SETTING_HELP } from '../narrate/setting-help.ts'
import { SETTING_NAMES } from '../sim/index.ts'
import { contractTables, MARKERS } from './contract-table.ts'
import { PAGE_HELP } from './page-help.ts'
import { PAGE_NAMES } from './page-knobs.ts'

const README = fileURLToPath(new URL('../../README.md', import.meta.url))
const begin = `${MARKERS.begin}\n\n`
const end = `\n\n${MARKERS.end}`

/** What stands before, between and after the markers. */
function partsOf(text: string): [string, string, string] {
  const [before, rest] = text.split(MARKERS.begin)
  const [between, after] = rest?.split(MARKERS.end) ?? []
  if (before === undefined || between === undefined || after === undefined)
    throw new Error(`README.md has no lines ${MARKERS.begin} and ${MARKERS.end}.`)
  return [before, between, after]
}

function updateReadme(): void {
  const text = existsSync(README)
    ? readFileSync(README, 'utf8')
    : `# Double Charge Simulator\n\n${MARKERS.begin}${MARKERS.end}\n`
  const [before, , after] = partsOf(text)
  writeFileSync(README, `${before}${begin}${contractTables()}${end}${after}`)
}

describe('the README', () => {
  it('has the parameters as the tables say them (UPDATE_README=1 writes them there)', () => {
    if (process.env.UPDATE_README === '1') updateReadme()
    const [, between] = partsOf(readFileSync(README, 'utf8'))
    expect(between.trim()).toBe(contractTables())
  })
})

describe('the tables of parameters', () => {
  const lines = contractTables().split('\n')

  it('have one row for every setting and every parameter of the page', () => {
    for (const name of [...SETTING_NAMES, ...PAGE_NAMES])
      expect(lines.filter(line => line.startsWith(`| \`${name}\``))).toHaveLength(1)
  })

  it.each([
    '| `seed` | a whole number from 0 to 4294967295 | `202` | The luck of the network.',
    '| `responseLoss`, also `drop` | a number from 0 to 1 | `0.5` | How likely an answer is lost',
    '| `duplicate` | a number from 0 to 1 | `0` | How likely a request',
    '| `ttl` | a whole number from 100 to 86400000 ms | `86400000` |',
    '| `latency` | `min-max`, whole numbers from 0 to 60000 ms | `600-800` | How long a message travels',
    '| `keys` | `off`, `per-payment`, `per-attempt`, `per-session`, `empty`, `too-long` | `off` | When the client makes',
    '| `hide` | a comma list of `keys`, `drop`, `retry`, `settings`,',
    '| `run` | a run as the permalink writes it | none | A whole run',
  ])('say %s', start => {
    expect(lines.some(line => line.startsWith(start))).toBe(true)
  })

  it('say of each in a sentence what it does', () => {
    for (const help of [...Object.values(SETTING_HELP), ...Object.values(PAGE_HELP)])
      expect(help).toMatch(/^\S.*\.$/)
  })

  it('have the same four columns in every row', () => {
    const rows = lines.filter(line => line.startsWith('|'))
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(6)
  })
})
