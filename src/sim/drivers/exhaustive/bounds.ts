import { BadValueError } from '../../scenario.ts'
import { LUCKS, type Luck } from './luck.ts'
import { Purse } from './purse.ts'

/** How far to look: so many attempts of one payment, and so much bad luck of each kind, or any. */
export type Bounds = { readonly attempts: number } & Readonly<Record<Luck, number | 'any'>>

/** What no exploration goes beyond. */
const BOUND_LIMITS = { attempts: { min: 1, max: 4 }, luck: { min: 0, max: 3 } } as const

/** So many ways to have spent some of each bounded kind: a place is explored once for each of them. */
const MAX_SPENT = 1024

/** These only take turns with what may happen anyway, and end with the attempts; of the others "any" would never end. */
const UNBOUNDED: readonly Luck[] = ['loss', 'late', 'press']

/** Three attempts, any loss, slow answers and impatient presses; no fault of the bank. */
export const DEFAULT_BOUNDS: Bounds = {
  attempts: 3,
  loss: 'any',
  late: 'any',
  press: 'any',
  duplicate: 0,
  crash: 0,
  lease: 0,
  record: 0,
  failure: 0,
  refusal: 0,
}

/**
 * Bounds from plain JSON; what is not named is as in {@link DEFAULT_BOUNDS}.
 *
 * @throws BadValueError naming bound, value and limits
 */
export function checkBounds(value: unknown): Bounds {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadValueError('bounds', value, 'an object of bounds')
  }
  for (const [name, bound] of Object.entries(value)) checkBound(name, bound)
  const bounds: Bounds = { ...DEFAULT_BOUNDS, ...value }
  const { size } = new Purse(bounds)
  if (size > MAX_SPENT) {
    const range = `smaller: each bound plus one, multiplied, may be at most ${MAX_SPENT}, and is ${size}`
    throw new BadValueError('bounds', value, range)
  }
  return bounds
}

function checkBound(name: string, value: unknown): void {
  const isLuck = (LUCKS as readonly string[]).includes(name)
  if (!isLuck && name !== 'attempts') {
    const names = ['attempts', ...LUCKS].join(', ')
    throw new BadValueError(`bounds.${name}`, value, `left out: the bounds are ${names}`)
  }
  const { min, max } = isLuck ? BOUND_LIMITS.luck : BOUND_LIMITS.attempts
  const mayBeAny = UNBOUNDED.includes(name as Luck)
  if (value === 'any' && mayBeAny) return
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return
  throw new BadValueError(
    `bounds.${name}`,
    value,
    `a whole number from ${min} to ${max}${mayBeAny ? ' or any' : ''}`,
  )
}
