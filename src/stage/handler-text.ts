import type { StrategyId } from '../sim/index.ts'
import checkThenAct from '../sim/server/handlers/check-then-act.ts?raw'
import noKey from '../sim/server/handlers/no-key.ts?raw'
import oneTransaction from '../sim/server/handlers/one-transaction.ts?raw'

/** The very files that run: what one reads is what happens. */
const TEXTS: Readonly<Record<StrategyId, string>> = {
  'no-key': noKey,
  'check-then-act': checkThenAct,
  'one-transaction': oneTransaction,
}

export interface HandlerLine {
  readonly number: number
  readonly text: string
}

/** The lines of a handler, without imports, export and types. */
export function handlerLines(strategy: StrategyId): readonly HandlerLine[] {
  const source = TEXTS[strategy]
  const [head = '', ...body] = source.slice(source.indexOf('export function*')).trimEnd().split('\n')
  const lines = [head.replace('export ', '').replace(/: \w+/g, ''), ...body]
  return lines.map((text, index) => ({ number: index + 1, text }))
}
