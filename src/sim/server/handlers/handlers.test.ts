import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../scenario.ts'
import { CALM, eventsOf, pays, run } from '../../testing/run.ts'
import type { Trace } from '../../trace/trace.ts'
import { STRATEGY_IDS, type StrategyId } from '../strategies.ts'
import { operationOf, workOf } from '../worker.ts'

const textOf = (strategy: StrategyId) => readFileSync(new URL(`${strategy}.ts`, import.meta.url), 'utf8')
const countOf = (part: string, text: string) => text.split(part).length - 1

/** Runs that lead a handler to every line it has: first requests, retries, overlaps, other payloads. */
const runsOf = (server: StrategyId): Trace[] =>
  (['per-payment', 'per-session'] as const).flatMap(keys =>
    (['ok', 'declined'] as const).map(card =>
      run({ ...CALM, keys, server, card, responseLoss: 1 }, [
        ...pays(0, 300, 3000),
        { at: 6000, type: 'newPayment' },
        { at: 7000, type: 'pay', amount: 2500 },
      ]),
    ),
  )

/** The words of every operation and answer at which one of its workers ever stood. */
function wordsOf(strategy: StrategyId): Set<string> {
  const workers = runsOf(strategy).flatMap(trace => trace.steps.flatMap(({ state }) => state.workers))
  const works = workers.map(workOf).filter(work => work?.handler === strategy)
  return new Set(works.flatMap(work => (work ? [operationOf(work).text] : [])))
}

describe.each(STRATEGY_IDS)('the handler of %s', strategy => {
  const text = textOf(strategy)
  const words = [...wordsOf(strategy)]

  it.each(words)('contains %s exactly once, so that one line can be lit', word => {
    expect(countOf(word, text)).toBe(1)
  })

  it('is led through every operation and every answer it has', () => {
    const written = countOf('yield*', text) + countOf('return ', text)
    expect(words).toHaveLength(written)
  })
})

describe('an answer that is not lost', () => {
  const longest = `${DEFAULT_SETTINGS.latency.split('-')[1]}` as const

  it.each(STRATEGY_IDS)('beats the default timeout under %s, however slow the network may be', server => {
    const latency = `${Number(longest)}-${Number(longest)}` as const
    const trace = run({ keys: 'per-payment', server, latency, responseLoss: 0 }, pays(0))
    expect(eventsOf(trace, 'attempt.timedOut')).toEqual([])
    expect(trace.endMs).toBeLessThan(DEFAULT_SETTINGS.timeout)
  })
})
