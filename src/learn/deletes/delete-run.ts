import type { SqlResult, SqlTable } from '../../engines/sql.ts'
import { goOn } from '../sql/handle.ts'
import type { Handling, HttpAnswer, Query } from '../sql/handling.ts'
import type { SqlAsk } from '../sql/use-sql.ts'
import { type Api, HARD, SOFT_KEPT, SOFT_OVERWRITTEN } from './api.ts'
import { EMAIL, type Request, SCENES, type SceneId, workOf } from './scenes.ts'

export interface DeleteChoice {
  readonly scene: SceneId
  /** What a second soft DELETE does to deleted_at. */
  readonly time: 'overwritten' | 'kept'
  /** Which rows may not have the same email: all, or those that are not deleted. */
  readonly unique: 'all' | 'partial'
}

export const DELETES_START: DeleteChoice = { scene: 'retry', time: 'overwritten', unique: 'all' }

/** What one API did on a request. */
export interface Side {
  readonly results: readonly SqlResult[]
  readonly answer: HttpAnswer
  /** The tables after it. */
  readonly tables: readonly SqlTable[]
}

/** A request, and what both APIs did. */
export interface DeleteStep {
  readonly request: Request
  readonly hard: Side
  readonly soft: Side
}

export interface DeleteRun {
  readonly choice: DeleteChoice
  readonly engine: string
  /** The tables before the first request. */
  readonly begun: Readonly<Record<'hard' | 'soft', readonly SqlTable[]>>
  readonly steps: readonly DeleteStep[]
}

/** Noon of a day: this run's time is its own, so that it can be repeated. */
export const NOON_MS = Date.UTC(2024, 4, 1, 12)

const INDEX = 'CREATE UNIQUE INDEX users_email ON users (email)'
const HARD_TABLE = `CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT); ${INDEX}`
const SOFT_TABLE = `CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, deleted_at TEXT); ${INDEX}`
const USER = `; INSERT INTO users (id, email) VALUES (1, '${EMAIL}')`

/** Sends a scene's requests to both APIs, each on a table of its own, and tells every step. */
export async function runDeletes(ask: SqlAsk, choice: DeleteChoice): Promise<DeleteRun> {
  const { begins, requests } = SCENES[choice.scene]
  const user = begins ? USER : ''
  const partial = choice.unique === 'partial' ? ' WHERE deleted_at IS NULL' : ''
  const hard = await ask({ database: 'users_hard', fresh: HARD_TABLE + user, sql: '' })
  const soft = await ask({ database: 'users_soft', fresh: SOFT_TABLE + partial + user, sql: '' })
  const softApi = choice.time === 'kept' ? SOFT_KEPT : SOFT_OVERWRITTEN
  const tables = { hard: hard.tables, soft: soft.tables }
  const steps: DeleteStep[] = []
  for (const request of requests) {
    const side = (api: Api, name: 'hard' | 'soft') =>
      handle(
        ask,
        workOf(api, request),
        { database: `users_${name}`, nowMs: NOON_MS + 1000 * request.at },
        tables[name],
      )
    steps.push({ request, hard: await side(HARD, 'hard'), soft: await side(softApi, 'soft') })
  }
  return { choice, engine: hard.engine, begun: tables, steps }
}

async function handle(
  ask: SqlAsk,
  handling: Handling,
  where: { readonly database: string; readonly nowMs: number },
  begun: readonly SqlTable[],
): Promise<Side> {
  const results: SqlResult[] = []
  let tables = begun
  let move = goOn(handling, null)
  while (move.query) {
    const told = await ask({ ...where, sql: move.query.sql, params: move.query.params })
    const [result] = told.results
    if (!result) throw new Error(`Nothing came of ${move.query.sql}`)
    tables = told.tables
    results.push({ ...result, sql: filledIn(move.query) })
    move = goOn(handling, result)
  }
  return { results, answer: move.answer, tables }
}

/** A statement with its parameters in their places: to be read, not to be run. */
function filledIn({ sql, params }: Query): string {
  return sql.replace(/\$(\d)/g, (_, at) => {
    const value = params[Number(at) - 1]
    return typeof value === 'string' ? `'${value}'` : String(value)
  })
}

/** Since when a user is deleted, as the soft table has it after a step; null where it is not, or is not there. */
export function deletedAt(step: DeleteStep | undefined, id: number): string | null {
  const table = step?.soft.tables[0]
  const row = table?.rows.find(([first]) => first === id)
  const time = row?.[table?.columns.indexOf('deleted_at') ?? -1]
  return typeof time === 'string' ? time : null
}

/** How far a run has been watched, in a sentence. */
export function seenInWords(run: DeleteRun, at: number): string {
  const step = run.steps[at - 1]
  if (!step) return 'Nothing has been sent yet.'
  const { request, hard, soft } = step
  const told = (name: string, { answer }: Side) => `${name}: ${answer.status} ${answer.says}`
  return `Request ${at}, ${request.method}. ${told('Hard', hard)}. ${told('Soft', soft)}.`
}
