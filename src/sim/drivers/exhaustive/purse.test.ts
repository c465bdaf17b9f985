import { describe, expect, it } from 'vitest'
import { checkBounds } from './bounds.ts'
import { Frontier } from './frontier.ts'
import { Purse } from './purse.ts'

describe('a purse of bad luck', () => {
  const purse = new Purse(checkBounds({ crash: 2, duplicate: 1, loss: 3 }))

  it('holds every mixture of what is bounded', () => {
    expect(purse.size).toBe(3 * 2 * 4)
    expect(new Purse(checkBounds({})).size).toBe(1)
  })

  it('spends each kind by itself, until there is none left', () => {
    const once = purse.spend(0, 'crash')
    const twice = purse.spend(once, 'crash')
    expect(purse.spend(twice, 'crash')).toBe(-1)
    const both = purse.spend(twice, 'duplicate')
    expect(purse.spend(both, 'duplicate')).toBe(-1)
    expect(purse.spend(purse.spend(purse.spend(0, 'duplicate'), 'crash'), 'crash')).toBe(both)
    expect(purse.spend(both, 'loss')).toBeGreaterThanOrEqual(0)
  })

  it('gives each mixture a number of its own', () => {
    const numbers = new Set([0])
    for (const number of numbers) {
      for (const luck of ['crash', 'duplicate', 'loss'] as const) {
        const spent = purse.spend(number, luck)
        if (spent >= 0) numbers.add(spent)
      }
    }
    expect([...numbers].sort((a, b) => a - b)).toEqual(
      Array.from({ length: purse.size }, (_, index) => index),
    )
  })

  it('does not count what is unbounded, and refuses what is bounded at nothing', () => {
    expect(purse.spend(5, 'press')).toBe(5)
    expect(purse.spend(5, null)).toBe(5)
    expect(purse.spend(5, 'record')).toBe(-1)
  })
})

describe('a frontier', () => {
  it('gives the least bad luck first, then the fewest steps', () => {
    const frontier = new Frontier()
    frontier.add(1, 1, 0)
    frontier.add(2, 0, 3)
    frontier.add(3, 0, 2)
    const taken = [frontier.take(), frontier.take(), frontier.take(), frontier.take()]
    expect(taken.map(each => each?.node)).toEqual([3, 2, 1, undefined])
    expect(taken[0]).toEqual({ node: 3, badLuck: 0, steps: 2 })
  })

  it('takes in nodes that are found on the way', () => {
    const frontier = new Frontier()
    frontier.add(1, 0, 0)
    frontier.take()
    frontier.add(2, 2, 5)
    frontier.add(3, 0, 1)
    expect([frontier.take()?.node, frontier.take()?.node, frontier.take()]).toEqual([3, 2, null])
  })
})
