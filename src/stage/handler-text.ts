import type { StrategyId } from '../sim/index.ts'

/** The functions of the very files that run, by path: what one reads is what happens. See `handlerText` in build/. */
const FILES = import.meta.glob<string>(['../sim/server/handlers/*.ts', '!../sim/server/handlers/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

export interface HandlerLine {
  readonly number: number
  readonly text: string
}

/** The lines of a handler, without export and types. */
export function handlerLines(strategy: StrategyId): readonly HandlerLine[] {
  const source = FILES[`../sim/server/handlers/${strategy}.ts`] ?? ''
  const [head = '', ...body] = source.trimEnd().split('\n')
  const lines = [head.replace('export ', '').replace(/: \w+/g, ''), ...body]
  return lines.map((text, index) => ({ number: index + 1, text }))
}

/** So many characters fit into one row; a longer line goes on in a second one. */
const ROW = 43

/** How many rows a handler's text takes. */
export function rowsOfText(strategy: StrategyId): number {
  return handlerLines(strategy).reduce((sum, { text }) => sum + (text.length > ROW ? 2 : 1), 0)
}
