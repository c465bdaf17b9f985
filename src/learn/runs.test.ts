// What the chapters say that a run or an engine shows is held by a test; and nothing is said without one.
import { describe, expect, it } from 'vitest'
import { chargesOf } from '../sim/index.ts'
import { runSession } from '../store/run-session.ts'
import { CHAPTERS } from './chapters.ts'
import { sessionOf } from './run.ts'

const PROSE = import.meta.glob<string>('./*/*.mdx', { query: '?raw', import: 'default', eager: true })
const TESTS = import.meta.glob<string>('./*/*.test.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const chapters = await Promise.all(CHAPTERS.map(async ({ id, load }) => ({ id, runs: (await load()).runs })))

/** The text of a chapter's files of one kind. */
const textOf = (files: Record<string, string>, id: string) =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(`./${id}/`))
    .map(([, text]) => text)
    .join('\n')

const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)

describe('a run of a chapter', () => {
  const runs = chapters.flatMap(({ id, runs }) =>
    Object.entries(runs).map(([name, run]) => ({ name: `${id}/${name}`, run })),
  )
  it.each(runs)('$name ends as the chapter says', ({ run }) => {
    const { events, steps } = runSession(sessionOf(run))
    const state = steps.at(-1)?.state
    const payments = state?.payments ?? []
    expect(payments.map((_, index) => state && chargesOf(state.ledger, index + 1))).toEqual(run.ends.charges)
    expect(payments.map(({ belief }) => belief)).toEqual(run.ends.beliefs)
    const answers = events
      .filter(({ kind }) => kind === 'response.sent')
      .map(({ response }) => response?.status)
    if (run.ends.answers) expect(answers).toEqual(run.ends.answers)
  })
})

describe('the prose of a chapter', () => {
  it.each(chapters)('of $id points to runs there are', ({ id, runs }) => {
    const shown = named(textOf(PROSE, id), /<Shown run="([^"]+)"/g)
    expect(shown.filter(name => !Object.hasOwn(runs, name))).toEqual([])
  })

  it.each(chapters)('of $id claims of its lab what a test holds', ({ id }) => {
    const tried = named(textOf(PROSE, id), /<Tried as="([^"]+)"/g)
    const held = named(textOf(TESTS, id), /(?:\bit\(|\]\)\()\s*['`"]claim: ([\w-]+)/g)
    expect(tried.filter(name => !held.includes(name))).toEqual([])
  })

  it('is read', () => {
    expect(textOf(PROSE, 'networks')).toContain('<Shown run="ghost">')
  })
})
