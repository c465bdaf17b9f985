import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../testing/property.ts'
import { evaluate } from './expression.ts'
import { chainOf, isSameSubject, type Operation, TWO_USERS } from './operation.ts'
import { EXPRESSION_LENGTH, parseExpression } from './parse.ts'
import { survey } from './survey.ts'
import { ExpressionError } from './tokens.ts'

const at = (text: string, x: number) => evaluate(parseExpression(text), x)
const assign = (text: string): Operation => ({ kind: 'assign', expression: parseExpression(text) })

describe('an expression', () => {
  it.each<[string, number, number]>([
    ['5', 9, 5],
    ['x = 5', 9, 5],
    ['x + 1', 9, 10],
    ['1 + 2 * 3', 0, 7],
    ['(1 + 2) * 3', 0, 9],
    ['10 - 2 - 3', 0, 5],
    ['12 / 2 / 3', 0, 2],
    ['-x', 4, -4],
    ['--x', 4, 4],
    ['+x', 4, 4],
    ['2 * -x', 4, -8],
    ['x % 3', -4, -1],
    ['abs(x)', -4, 4],
    ['floor(x / 2)', 5, 2],
    ['round(x / 2)', 5, 3],
    ['min(x, 5) + max(x, 5)', 7, 12],
    ['.5 + 1.5', 0, 2],
  ])('%s at %d is %d', (text, x, value) => {
    expect(at(text, x)).toBe(value)
  })

  it('has a plain zero', () => {
    expect(Object.is(at('-x', 0), 0)).toBe(true)
    expect(Object.is(at('x * -1', 0), 0)).toBe(true)
  })

  it('may have no value', () => {
    expect([at('1 / x', 0), at('1 % x', 0), at('1 / (1 / x)', 0), at('abs(1 / x)', 0)]).toEqual(
      Array.from({ length: 4 }, () => 'divides-by-zero'),
    )
    expect(at('x * x', 1e200)).toBe('too-large')
  })

  it.each<[string, number, RegExp]>([
    ['', 0, /missing; the text ends/],
    ['x =', 3, /missing; the text ends/],
    ['x +', 3, /missing; the text ends/],
    ['x + * 2', 4, /there is “\*”/],
    ['2x', 1, /Before “x” an operator is missing/],
    ['x ^ 2', 2, /There is no \^ here: write x \* x/],
    ['x $ 2', 2, /“\$” means nothing/],
    ['y + 1', 0, /There is no y here/],
    ['toString(1)', 0, /There is no toString here/],
    ['abs x', 4, /After abs a \( is missing/],
    ['abs(x', 5, /a \) is missing for the \( at place 4/],
    ['(x', 2, /a \) is missing for the \( at place 1/],
    ['x)', 1, /closes nothing/],
    ['min(x)', 0, /min takes 2 values; here it has one value/],
    ['abs(1, 2)', 0, /abs takes one value; here it has 2 values/],
    ['1, 2', 1, /comma/],
    ['x = x = 5', 6, /Only x = may stand before/],
    ['1'.repeat(EXPRESSION_LENGTH + 1), EXPRESSION_LENGTH, /at most 60/],
  ])('is refused: %s, at %d', (text, place, message) => {
    const refused = caught(() => parseExpression(text))
    expect(refused.message).toMatch(message)
    expect(refused.at).toBe(place)
  })

  itHolds(
    'is read or refused at a place of the text, whatever it is',
    { seed: 202, runs: 500 },
    fc.property(
      fc.oneof(
        fc.string({ maxLength: EXPRESSION_LENGTH }),
        fc
          .array(fc.constantFrom(...'x1.+-*/%(),= ', 'min', 'abs'), { maxLength: 15 })
          .map(parts => parts.join('')),
      ),
      text => {
        try {
          const value = at(text, 3)
          return typeof value === 'string' || Number.isFinite(value)
        } catch (error) {
          return error instanceof ExpressionError && error.at >= 0 && error.at <= text.length
        }
      },
    ),
  )
})

function caught(run: () => unknown): ExpressionError {
  try {
    run()
  } catch (error) {
    if (error instanceof ExpressionError) return error
  }
  throw new Error('It was not refused.')
}

describe('a chain', () => {
  const values = (operation: Operation, x: number, times: number) =>
    chainOf(operation, { kind: 'x', x }, times).map(each =>
      typeof each === 'object' && each.kind === 'x' ? each.x : each,
    )
  it('has a value for every time', () => {
    expect(values(assign('5'), 2, 3)).toEqual([2, 5, 5, 5])
    expect(values(assign('x + 1'), 2, 3)).toEqual([2, 3, 4, 5])
  })
  it('ends where there is no value', () => {
    expect(values(assign('1 / (x - 3)'), 3, 5)).toEqual([3, 'divides-by-zero'])
    expect(values(assign('x * x'), 1e100, 5)).toEqual([1e100, 1e200, 'too-large'])
  })
  it('of INSERT grows, of DELETE does not shrink twice', () => {
    const count = (operation: Operation) =>
      chainOf(operation, TWO_USERS, 3).map(
        each => typeof each === 'object' && each.kind === 'rows' && each.rows.length,
      )
    expect(count({ kind: 'insert', name: 'Bob' })).toEqual([2, 3, 4, 5])
    expect(count({ kind: 'delete', id: 1 })).toEqual([2, 1, 1, 1])
  })
  it('leaves alone what an operation is not about', () => {
    expect(chainOf(assign('5'), TWO_USERS, 1)).toEqual([TWO_USERS, TWO_USERS])
    expect(values({ kind: 'delete', id: 1 }, 2, 1)).toEqual([2, 2])
    expect(isSameSubject('too-large', 'too-large')).toBe(false)
  })
})

describe('a survey', () => {
  const told = (operation: Operation) => {
    const { tried, holds, without, counterexample } = survey(operation)
    const x = counterexample?.at.kind === 'x' ? counterexample.at.x : counterexample && 'rows'
    return [tried, holds, without, x]
  }
  it.each<[string, (number | null)[]]>([
    ['5', [41, 41, 0, null]],
    ['x', [41, 41, 0, null]],
    ['abs(x)', [41, 41, 0, null]],
    ['max(x, 5)', [41, 41, 0, null]],
    ['x + 1', [41, 0, 0, 0]],
    ['-x', [41, 1, 0, 1]],
    ['x * x', [41, 3, 0, 2]],
    ['1 / x', [41, 2, 1, 2]],
  ])('of x = %s tries, holds, is without a value, and finds %j', (text, expected) => {
    expect(told(assign(text))).toEqual(expected)
  })
  it('of INSERT finds that it is not, of DELETE that it is', () => {
    expect(told({ kind: 'insert', name: 'Bob' })).toEqual([2, 0, 0, 'rows'])
    expect(told({ kind: 'delete', id: 1 })).toEqual([2, 2, 0, null])
  })
})
