/** A piece of an expression's text, and where it begins. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

/** What is wrong with an expression's text, as a sentence, and where. */
export class ExpressionError extends Error {
  readonly at: number

  constructor(at: number, message: string) {
    super(message)
    this.name = 'ExpressionError'
    this.at = at
  }
}

const PIECE = /(\d+(?:\.\d+)?|\.\d+)|([A-Za-z_]\w*)|([-+*/%(),=])/y

/** The pieces of a text, and an end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1
      continue
    }
    PIECE.lastIndex = at
    const found = PIECE.exec(text)
    if (!found) throw new ExpressionError(at, unknownSign(text, at))
    const [piece, number, name] = found
    tokens.push({ kind: number ? 'number' : name ? 'name' : 'sign', text: piece, at })
    at += piece.length
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }]
}

function unknownSign(text: string, at: number): string {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (sign === '^') return 'There is no ^ here: write x * x.'
  return `“${sign}” means nothing here: write numbers, x, + - * / % and parentheses.`
}
