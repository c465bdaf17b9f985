import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameAt, type Input, type Settings, STRATEGY_IDS } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, pays, run } from '../sim/testing/run.ts'
import { newPayment, set } from '../testing/inputs.ts'
import { codeAtWork } from './code-at-work.ts'
import { handlerLines, rowsOfText } from './handler-text.ts'

function at(settings: Partial<Settings>, inputs: readonly Input[], atMs: number) {
  const trace = run({ ...CALM, ...settings }, inputs)
  return codeAtWork(frameAt(trace, atMs), trace)
}

const KEYED = { keys: 'per-payment' } as const
const ANSWERED = { text: 'answer(row)', payment: 1, attempt: 1, copy: 1, doing: 'answered' } as const

describe('the code at work', () => {
  it('is what the next press will run, and no line is lit, while nothing is at work', () => {
    expect(at({}, [], 0)).toEqual([{ strategy: 'no-key', lit: [] }])
    expect(at(KEYED, [], 0)).toEqual([{ strategy: 'one-transaction', lit: [] }])
    expect(at({ ...KEYED, server: 'check-then-act' }, pays(0), 300)).toEqual([
      { strategy: 'check-then-act', lit: [] },
    ])
  })

  it('goes by the keys of the open payment, not by what is set for the next', () => {
    const inputs = [...pays(0), set(100, KEYED), newPayment(200)]
    expect(at({}, inputs, 150)).toMatchObject([{ strategy: 'no-key' }])
    expect(at({}, inputs, 200)).toMatchObject([{ strategy: 'one-transaction' }])
  })

  it('is the operation each worker stands at', () => {
    expect(at(KEYED, pays(0, 100), 820)).toEqual([
      {
        strategy: 'one-transaction',
        lit: [
          { text: 'tx.insert(', payment: 1, attempt: 1, copy: 1, doing: 'runs' },
          { text: 'tx.insert(', payment: 1, attempt: 2, copy: 1, doing: 'runs' },
        ],
      },
    ])
  })

  it('is of two handlers when two are at work', () => {
    const inputs = [...pays(0), newPayment(50), set(60, { ...KEYED }), ...pays(100)]
    expect(at({}, inputs, 820).map(({ strategy }) => strategy)).toEqual(['no-key', 'one-transaction'])
  })

  it('stays at the line that answered while the newest answer is in sight', () => {
    expect(at({}, pays(0), 1500)).toEqual([{ strategy: 'no-key', lit: [ANSWERED] }])
    expect(at({}, pays(0), 1800)).toEqual([{ strategy: 'no-key', lit: [] }])
  })

  it('tells a copy from the request it is a copy of', () => {
    const settings = { ...KEYED, duplicate: 1 } as const
    expect(at(settings, pays(0), 849)[0]?.lit).toMatchObject([{ copy: 1 }, { copy: 2 }])
  })

  it('is none for an answer from the door', () => {
    const atDoor = { lit: [], atDoor: true }
    expect(at({ ...KEYED, rateLimit: 1 }, pays(0), 1000)).toEqual([
      { strategy: 'one-transaction', ...atDoor },
    ])
    expect(at({ keyRequired: 'on' }, pays(0), 1000)).toEqual([{ strategy: 'no-key', ...atDoor }])
    expect(at({ keyRequired: 'on' }, pays(0), 2200)).toEqual([{ strategy: 'no-key', lit: [] }])
  })

  it('is where a worker sleeps', () => {
    const [code] = at({ ...KEYED, server: 'set-nx', pause: 3000 }, pays(0), 2000)
    expect(code?.lit).toMatchObject([{ text: 'ledger.charge(', doing: 'sleeps' }])
  })

  it.each([
    ['before-charge', 'ledger.charge(', 890],
    ['after-charge', 'store.save(', 1190],
    ['after-record', 'answer(row)', 1340],
    ['after-answer-is-ready', 'answer(row)', 1340],
  ] as const)('with a crash %s is where the worker died, until it is back', (crash, text, atMs) => {
    const settings = { ...KEYED, server: 'saved-response', crash } as const
    expect(at(settings, pays(0), atMs - 20)[0]?.lit).toMatchObject([{ text, doing: 'runs' }])
    expect(at(settings, pays(0), atMs)[0]?.lit).toMatchObject([{ text, doing: 'died' }])
    expect(at(settings, pays(0), atMs + 760)[0]?.lit).toMatchObject([{ text, doing: 'died' }])
    expect(at(settings, pays(0), atMs + 810)[0]?.lit).toEqual([])
  })

  itHolds(
    'has every lit operation in exactly one line of its handler’s text, over random runs',
    { seed: 351, runs: 60 },
    fc.property(session, ({ settings, inputs }) => {
      const trace = run(settings, inputs)
      for (const { at: atMs } of trace.steps) {
        for (const { strategy, lit } of codeAtWork(frameAt(trace, atMs), trace)) {
          for (const { text } of lit)
            expect(handlerLines(strategy).filter(line => line.text.includes(text))).toHaveLength(1)
        }
      }
    }),
  )
})

describe('a handler’s text', () => {
  it.each(STRATEGY_IDS)('of %s is its function alone, numbered from 1', strategy => {
    const lines = handlerLines(strategy)
    expect(lines[0]?.text).toMatch(/^function\* \w+\(req\) \{$/)
    expect(lines.at(-1)?.text).toBe('}')
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1))
    for (const { text } of lines) expect(text).not.toMatch(/import|export/)
  })

  it('takes at most ten rows, with what does not fit into one in two', () => {
    expect(rowsOfText('no-key')).toBe(4)
    expect(rowsOfText('set-nx')).toBe(9)
    expect(Math.max(...STRATEGY_IDS.map(rowsOfText))).toBe(10)
  })
})
