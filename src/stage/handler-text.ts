import type { StrategyId } from '../sim/index.ts'

/** The very files that run, by path: what one reads is what happens. */
const FILES = import.meta.glob<string>(['../sim/server/handlers/*.ts', '!../sim/server/handlers/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

export interface HandlerLine {
  readonly number: number
  readonly text: string
}

/** The lines of a handler, without imports, export and types. */
export function handlerLines(strategy: StrategyId): readonly HandlerLine[] {
  const source = FILES[`../sim/server/handlers/${strategy}.ts`] ?? ''
  const [head = '', ...body] = source.slice(source.indexOf('export function*')).trimEnd().split('\n')
  const lines = [head.replace('export ', '').replace(/: \w+/g, ''), ...body]
  return lines.map((text, index) => ({ number: index + 1, text }))
}
