/** What may be called in an expression, with how many values. */
export const CALLS = {
  abs: { values: 1, of: (x: number) => Math.abs(x) },
  floor: { values: 1, of: (x: number) => Math.floor(x) },
  round: { values: 1, of: (x: number) => Math.round(x) },
  min: { values: 2, of: (x: number, y: number) => Math.min(x, y) },
  max: { values: 2, of: (x: number, y: number) => Math.max(x, y) },
} as const

export type CallName = keyof typeof CALLS
export type Operator = '+' | '-' | '*' | '/' | '%'

/** An expression over x, as it was read. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'x' }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'call'; readonly name: CallName; readonly values: readonly Expression[] }

/** Why an expression has no value at some x. */
export type NoValue = 'divides-by-zero' | 'too-large'

/** The value of an expression at x. */
export function evaluate(expression: Expression, x: number): number | NoValue {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'x':
      return x
    case 'minus':
      return map([evaluate(expression.of, x)], of => -of)
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, x), evaluate(expression.right, x))
    case 'call': {
      const values = expression.values.map(value => evaluate(value, x))
      const of: (...values: number[]) => number = CALLS[expression.name].of
      return map(values, of)
    }
  }
}

function binary(operator: Operator, left: number | NoValue, right: number | NoValue): number | NoValue {
  if ((operator === '/' || operator === '%') && right === 0) return 'divides-by-zero'
  return map([left, right], (one, other) => OPERATORS[operator](one, other))
}

const OPERATORS: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
}

/** A function of values that may be none: the first that is none stays so. Zero has no sign here. */
function map(
  values: readonly (number | NoValue)[],
  of: (...values: [number, number]) => number,
): number | NoValue {
  const none = values.find(value => typeof value === 'string')
  if (none !== undefined) return none
  const value = of(...(values as [number, number]))
  return Number.isFinite(value) ? value + 0 : 'too-large'
}
