import type { SqlResult, SqlTable } from '../../engines/sql.ts'
import { goOn, type Move } from '../sql/handle.ts'
import type { HttpAnswer } from '../sql/handling.ts'
import type { SqlAsk } from '../sql/use-sql.ts'
import { resultInWords, rowsInWords } from '../sql/words.ts'
import { HANDLERS, type HandlerId } from './handlers.ts'
import { PAYMENT } from './payment.ts'

/** One payment, sent twice with one key. */
export interface AppChoice {
  readonly handler: HandlerId
  /** Whether the column of the key is UNIQUE. */
  readonly unique: boolean
  /** The second request after the first has been answered, or statement by statement in turn. */
  readonly order: 'after' | 'in-turn'
}

export const APP_START: AppChoice = { handler: 'catch', unique: true, order: 'after' }

/** What one of the two requests did. */
export interface AppStep {
  readonly request: 1 | 2
  /** A statement and what came of it, or the answer. */
  readonly sql?: string
  readonly result?: SqlResult
  readonly answer?: HttpAnswer
  /** The line of the handler's text, from 0; -1 where no line of it answers. */
  readonly line: number
  /** The tables after it. */
  readonly tables: readonly SqlTable[]
}

export interface AppRun {
  readonly choice: AppChoice
  readonly engine: string
  readonly steps: readonly AppStep[]
}

/** The table the app writes to. */
function tableOf(unique: boolean): string {
  return `CREATE TABLE payments (
  idempotency_key TEXT${unique ? ' UNIQUE' : ''},
  amount INTEGER,
  user_id INTEGER
)`
}

/** The line that says what an app does: each says it once. */
function lineOf(text: string, move: Move): number {
  if (move.answer && move.isCrash) return -1
  const word = move.answer ? `answer(${move.answer.status}` : `${move.query.sql.split(' ')[0]} `
  return text.split('\n').findIndex(line => line.includes(word))
}

const DATABASE = 'payments_app'

/** Sends the payment twice to the app, in an empty table, and tells every step. */
export async function runApp(ask: SqlAsk, choice: AppChoice): Promise<AppRun> {
  const { handle, text } = HANDLERS[choice.handler]
  const begun = await ask({ database: DATABASE, fresh: tableOf(choice.unique), sql: '' })
  let { tables } = begun
  const steps: AppStep[] = []
  const requests = ([1, 2] as const).map(request => ({
    request,
    handling: handle(PAYMENT),
    result: null as SqlResult | null,
    isOver: false,
  }))
  type Request = (typeof requests)[number]

  async function step(at: Request) {
    const move = goOn(at.handling, at.result)
    const line = lineOf(text, move)
    if (move.query) {
      const told = await ask({ database: DATABASE, sql: move.query.sql, params: move.query.params })
      tables = told.tables
      at.result = told.results[0] ?? null
      steps.push({
        request: at.request,
        sql: move.query.sql,
        ...(at.result && { result: at.result }),
        line,
        tables,
      })
    } else {
      at.isOver = true
      steps.push({ request: at.request, answer: move.answer, line, tables })
    }
  }

  let open = requests
  while (open.length > 0) {
    for (const request of choice.order === 'after' ? open.slice(0, 1) : open) await step(request)
    open = requests.filter(({ isOver }) => !isOver)
  }
  return { choice, engine: begun.engine, steps }
}

/** How it ended: what is in the table, and what the client makes of the one answer that reaches it. */
export interface AppEnd {
  readonly rows: number
  readonly charged: number
  readonly first: HttpAnswer
  readonly second: HttpAnswer
  /** The first answer is lost: the client knows the second alone. */
  readonly knows: boolean
}

export function endOf({ steps }: AppRun): AppEnd {
  const answerTo = (request: number) =>
    steps.find(step => step.request === request && step.answer)?.answer ?? { status: 0, says: '' }
  const table = steps.at(-1)?.tables.find(({ name }) => name === 'payments')
  const amount = table?.columns.indexOf('amount') ?? 0
  const second = answerTo(2)
  return {
    rows: table?.rows.length ?? 0,
    charged: table?.rows.reduce((sum, row) => sum + Number(row[amount]), 0) ?? 0,
    first: answerTo(1),
    second,
    knows: second.status >= 200 && second.status < 300,
  }
}

/** How far a run has been watched, in a sentence. */
export function seenInWords(run: AppRun, at: number): string {
  const step = run.steps[at - 1]
  if (!step) return 'Nothing has been sent yet.'
  const did = step.answer
    ? `is answered ${step.answer.status} ${step.answer.says}`
    : `${step.sql?.split(' ')[0]}: ${step.result?.error?.message ?? (step.result ? resultInWords(step.result) : '')}`
  const { rows, charged, knows } = endOf(run)
  const end = `${rowsInWords(rows)}, $${charged} charged. The client ${knows ? 'knows that it is paid' : 'does not know whether it is paid'}.`
  return `Request ${step.request} ${did}.${at === run.steps.length ? ` ${end}` : ''}`
}
