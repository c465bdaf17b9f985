import { describe, expect, it } from 'vitest'
import type { Choice } from '../../choice.ts'
import { DEFAULT_SETTINGS } from '../../scenario.ts'
import { STRATEGY_IDS } from '../../server/strategies.ts'
import { ALL_THE_TIME, explored, worldOf } from '../../testing/exploring.ts'
import { simulate } from '../timed.ts'
import { checkBounds, DEFAULT_BOUNDS } from './bounds.ts'
import { BUDGET, Explorer, explore } from './explore.ts'

const NEVER_BAD = { attempts: 1, loss: 0, late: 0, press: 0 } as const

describe('an exploration', () => {
  it('of one attempt in which all goes well is one schedule, in which nothing can be proved to heal', () => {
    const { promises, schedules, states, isComplete } = explored('one-transaction', NEVER_BAD)
    // pay, deliver, insert, charge, commit, answer, deliver.
    expect([schedules, states, isComplete]).toEqual([1n, 8, true])
    expect(promises.heals).toEqual({ verdict: 'vacuous' })
    expect(promises['at-most-one-charge']).toEqual({ verdict: 'holds' })
  })

  it('calls a promise vacuous that held only because nothing could happen', () => {
    const { promises } = explored('no-key', { attempts: 1 }, { card: 'declined' })
    expect(promises['at-most-one-charge']).toEqual({ verdict: 'vacuous' })
    expect(promises['told-paid-means-charged']).toEqual({ verdict: 'vacuous' })
    expect(promises['money-conserved']).toEqual({ verdict: 'vacuous' })
    expect(promises.heals).toEqual({ verdict: 'vacuous' })
  })

  it('says unknown, never proved, when the states are used up', () => {
    const budget = { ...ALL_THE_TIME, states: 100 }
    const { promises, schedules, isComplete } = explore(worldOf('one-transaction'), DEFAULT_BOUNDS, budget)
    expect([schedules, isComplete]).toEqual([null, false])
    expect(Object.values(promises).map(({ verdict }) => verdict)).toEqual(Array(4).fill('unknown'))
  })

  it('says unknown when the time is up, and keeps what is broken', () => {
    let asked = 0
    const now = () => {
      asked += 1
      return asked * 2000
    }
    const { promises, isComplete } = explore(worldOf('no-key'), checkBounds({ crash: 1 }), { ...BUDGET, now })
    expect(isComplete).toBe(false)
    expect(promises['at-most-one-charge'].verdict).toBe('broken')
    expect(promises['told-paid-means-charged'].verdict).toBe('unknown')
  })

  it('finishes on a budget that is just enough', () => {
    const { states } = explored('one-transaction', NEVER_BAD)
    const budget = { ...ALL_THE_TIME, states }
    expect(explore(worldOf('one-transaction'), checkBounds(NEVER_BAD), budget).isComplete).toBe(true)
  })

  it('has a budget of 300,000 states and 3 seconds', () => {
    expect(BUDGET).toEqual({ states: 300_000, ms: 3000 })
  })

  it('finds the counterexample with the least bad luck first, then the shortest', () => {
    const found = explored('no-key').promises['at-most-one-charge']
    if (found.verdict !== 'broken') throw new Error('no-key holds.')
    expect(found.counterexample.badLuck).toBe(1)
    expect(found.counterexample.choices.map(({ kind }) => kind).sort()).toEqual([
      'deliver',
      'deliver',
      'pay',
      'retry',
      'step',
      'step',
    ])
  })
})

describe('sometimes', () => {
  const faults = { attempts: 2, crash: 1, duplicate: 1 } as const

  it.each(STRATEGY_IDS)('all that should happen does under %s, but a record where there is none', server => {
    const { sometimes } = explored(server, faults)
    const never = Object.entries(sometimes).flatMap(([name, path]) => (path ? [] : [name]))
    // Where the charge is the last thing done, no record comes after it; in a transaction both come at once.
    const isRecordLast = ![
      'no-key',
      'check-then-act',
      'unique-200',
      'unique-409',
      'one-transaction',
    ].includes(server)
    expect(never).toEqual(isRecordLast ? [] : ['a crash fell between charge and record'])
  })

  it('a crash and a duplicate are seen only where there may be one, and the client learns without', () => {
    const { sometimes } = explored('one-transaction', NEVER_BAD)
    expect(Object.entries(sometimes).map(([name, path]) => [name, path?.choices.length ?? 0])).toEqual([
      ['a retry overlapped its original', 0],
      ['a crash fell between charge and record', 0],
      ['a duplicate reached the other worker', 0],
      ['the client learned', 7],
    ])
  })

  it('tells the bad luck and the state of what was seen', () => {
    const path = explored('one-transaction', faults).sometimes['a duplicate reached the other worker']
    expect(path?.badLuck).toBe(1)
    expect(path?.choices.map(({ kind }) => kind)).toEqual(['pay', 'duplicate', 'deliver', 'deliver'])
    expect(path?.state.workers.filter(Boolean)).toHaveLength(2)
  })
})

describe('a way through what was explored', () => {
  /** The choices of a timed run in which nothing is lost, with presses at these times. */
  const choicesOf = (...presses: number[]) =>
    simulate({
      settings: { ...DEFAULT_SETTINGS, keys: 'per-payment', responseLoss: 0 },
      inputs: presses.map(at => ({ at, type: 'pay' })),
    }).steps.map(step => step.choice)
  const explorer = new Explorer(worldOf('one-transaction'), checkBounds({ attempts: 1, crash: 1 }))
  explorer.run(ALL_THE_TIME)

  it('is a run within the bounds, up to any choice of it', () => {
    const choices = choicesOf(0)
    for (let end = 0; end <= choices.length; end += 1)
      expect(explorer.isPath(choices.slice(0, end))).toBe(true)
  })

  it('is no run beyond them, and none with what may not happen', () => {
    expect(explorer.isPath(choicesOf(0, 100))).toBe(false)
    expect(explorer.isPath([{ kind: 'deliver', message: 'p1.a1.request' }])).toBe(false)
  })

  it('meets a crash only where there may be one', () => {
    const [pay, deliver] = choicesOf(0) as [Choice, Choice]
    const once: Choice[] = [pay, deliver, { kind: 'crash', worker: 0 }, { kind: 'restart', worker: 0 }]
    expect(explorer.isPath(once)).toBe(true)
    const none = new Explorer(worldOf('one-transaction'), checkBounds({ attempts: 1 }))
    none.run(ALL_THE_TIME)
    expect([none.isPath(once.slice(0, 2)), none.isPath(once)]).toEqual([true, false])
  })
})
