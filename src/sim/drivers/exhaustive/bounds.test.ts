import { describe, expect, it } from 'vitest'
import { BadValueError } from '../../scenario.ts'
import { checkBounds, DEFAULT_BOUNDS } from './bounds.ts'

describe('bounds', () => {
  it('are three attempts with any loss, slow answer and impatient press, and no fault, where nothing is said', () => {
    expect(checkBounds({})).toEqual(DEFAULT_BOUNDS)
    expect(checkBounds({ crash: 1, attempts: 4 })).toEqual({ ...DEFAULT_BOUNDS, crash: 1, attempts: 4 })
  })

  it.each([
    ['attempts', 1],
    ['attempts', 4],
    ['crash', 0],
    ['crash', 3],
    ['loss', 'any'],
    ['late', 'any'],
    ['press', 'any'],
    ['press', 3],
  ])('take %s of %s', (name, value) => {
    expect(checkBounds({ [name]: value })).toEqual({ ...DEFAULT_BOUNDS, [name]: value })
  })

  it.each([
    ['attempts', 0, 'bounds.attempts is 0, but must be a whole number from 1 to 4.'],
    ['attempts', 5, 'bounds.attempts is 5, but must be a whole number from 1 to 4.'],
    ['attempts', 'any', 'bounds.attempts is "any", but must be a whole number from 1 to 4.'],
    ['crash', 4, 'bounds.crash is 4, but must be a whole number from 0 to 3.'],
    ['crash', -1, 'bounds.crash is -1, but must be a whole number from 0 to 3.'],
    ['crash', 0.5, 'bounds.crash is 0.5, but must be a whole number from 0 to 3.'],
    ['crash', 'any', 'bounds.crash is "any", but must be a whole number from 0 to 3.'],
    ['duplicate', 'any', 'bounds.duplicate is "any", but must be a whole number from 0 to 3.'],
    ['loss', '3', 'bounds.loss is "3", but must be a whole number from 0 to 3 or any.'],
    ['loss', null, 'bounds.loss is null, but must be a whole number from 0 to 3 or any.'],
  ])('refuse %s of %s and name the limit', (name, value, message) => {
    expect(() => checkBounds({ [name]: value })).toThrow(new BadValueError(...parts(message)))
    expect(() => checkBounds({ [name]: value })).toThrow(message)
  })

  it('refuse more than one exploration can tell apart', () => {
    const most = { duplicate: 3, crash: 3, lease: 3, record: 3, failure: 3 }
    expect(checkBounds(most)).toEqual({ ...DEFAULT_BOUNDS, ...most })
    expect(() => checkBounds({ ...most, refusal: 1 })).toThrow(
      /^bounds is .*, but must be smaller: each bound plus one, multiplied, may be at most 1024, and is 2048\.$/,
    )
  })

  it('refuse a bound that there is none of', () => {
    expect(() => checkBounds({ crashes: 1 })).toThrow(
      'bounds.crashes is 1, but must be left out: the bounds are attempts, loss, late, press, duplicate, crash, lease, record, failure, refusal.',
    )
  })

  it.each([[null], [3], ['crash'], [[]]])('refuse %j', value => {
    expect(() => checkBounds(value)).toThrow(/^bounds is .*, but must be an object of bounds\.$/)
  })
})

/** Argument, value and range of a message. */
function parts(message: string): [string, unknown, string] {
  const [, argument = '', value = '', range = ''] = /^(\S+) is (\S+), but must be (.*)\.$/.exec(message) ?? []
  return [argument, JSON.parse(value), range]
}
