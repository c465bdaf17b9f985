import { CALLS, type CallName, type Expression, type Operator } from './expression.ts'
import { ExpressionError, type Token, tokensOf } from './tokens.ts'

/** How long an expression may be: long enough for a lab, and too short to nest deep. */
export const EXPRESSION_LENGTH = 60

/**
 * Reads the right side of `x = …`; the left side may stand there or not. It is read by hand and never run as code:
 *
 * ```
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/" | "%") signed }
 * signed  = ("-" | "+") signed | value
 * value   = number | "x" | name "(" sum { "," sum } ")" | "(" sum ")"
 * ```
 */
export function parseExpression(text: string): Expression {
  if (text.length > EXPRESSION_LENGTH)
    throw new ExpressionError(EXPRESSION_LENGTH, `Write at most ${EXPRESSION_LENGTH} characters.`)
  const reader = new Reader(tokensOf(text))
  reader.skipAssignment()
  const expression = sum(reader)
  const rest = reader.next
  if (rest.kind === 'end') return expression
  if (rest.text === ')') throw new ExpressionError(rest.at, 'This ) closes nothing.')
  if (rest.text === '=') throw new ExpressionError(rest.at, 'Only x = may stand before the expression.')
  if (rest.text === ',')
    throw new ExpressionError(rest.at, 'A comma stands only between the values of min and max.')
  throw new ExpressionError(rest.at, `Before “${rest.text}” an operator is missing: + - * / or %.`)
}

/** The pieces, one after another. */
class Reader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** What comes next; there is always an end. */
  get next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', at: 0 }
  }

  /** Takes what comes next, if it is one of these signs. */
  take<Sign extends string>(...signs: readonly Sign[]): Sign | null {
    const { kind, text } = this.next
    const sign = kind === 'sign' ? signs.find(each => each === text) : undefined
    if (sign === undefined) return null
    this.#at += 1
    return sign
  }

  takeToken(): Token {
    const token = this.next
    this.#at += 1
    return token
  }

  skipAssignment(): void {
    const [first, second] = this.#tokens
    if (first?.text === 'x' && second?.text === '=') this.#at = 2
  }
}

function sum(reader: Reader): Expression {
  return chain(reader, product, ['+', '-'])
}

function product(reader: Reader): Expression {
  return chain(reader, signed, ['*', '/', '%'])
}

/** Parts joined by operators of one rank, from the left. */
function chain(
  reader: Reader,
  part: (reader: Reader) => Expression,
  operators: readonly Operator[],
): Expression {
  let left = part(reader)
  for (let operator = reader.take(...operators); operator; operator = reader.take(...operators))
    left = { kind: 'binary', operator, left, right: part(reader) }
  return left
}

function signed(reader: Reader): Expression {
  const sign = reader.take('-', '+')
  if (sign === null) return value(reader)
  const of = signed(reader)
  return sign === '-' ? { kind: 'minus', of } : of
}

function value(reader: Reader): Expression {
  const { kind, text, at } = reader.takeToken()
  if (kind === 'number') return { kind: 'number', value: Number(text) }
  if (kind === 'name') return text === 'x' ? { kind: 'x' } : call(reader, text, at)
  if (text === '(') {
    const inner = sum(reader)
    close(reader, at)
    return inner
  }
  const found = kind === 'end' ? 'the text ends' : `there is “${text}”`
  throw new ExpressionError(at, `Here a number, x or a parenthesis is missing; ${found}.`)
}

function call(reader: Reader, name: string, at: number): Expression {
  const known = Object.keys(CALLS).find((each): each is CallName => each === name)
  if (!known)
    throw new ExpressionError(at, `There is no ${name} here, only x, ${Object.keys(CALLS).join(', ')}.`)
  const opened = reader.next.at
  if (reader.take('(') === null) throw new ExpressionError(opened, `After ${name} a ( is missing.`)
  const values = [sum(reader)]
  while (reader.take(',')) values.push(sum(reader))
  close(reader, opened)
  const wanted = CALLS[known].values
  if (values.length !== wanted)
    throw new ExpressionError(at, `${name} takes ${counted(wanted)}; here it has ${counted(values.length)}.`)
  return { kind: 'call', name: known, values }
}

function close(reader: Reader, opened: number): void {
  if (reader.take(')') === null)
    throw new ExpressionError(reader.next.at, `Here a ) is missing for the ( at place ${opened + 1}.`)
}

const counted = (values: number) => (values === 1 ? 'one value' : `${values} values`)
