import { canonicalJson } from '../idempotency/canonical.ts'
import { type Expression, evaluate, type NoValue } from './expression.ts'

/** A row of the table users. */
interface Row {
  readonly id: number
  readonly name: string
}

/** What an operation works on: a number x, or the rows of a table and the next id. */
export type Subject =
  | { readonly kind: 'x'; readonly x: number }
  | { readonly kind: 'rows'; readonly rows: readonly Row[]; readonly nextId: number }

/** An operation that may be applied again and again. */
export type Operation =
  | { readonly kind: 'assign'; readonly expression: Expression }
  | { readonly kind: 'insert'; readonly name: string }
  | { readonly kind: 'delete'; readonly id: number }

/** The subject after an operation was applied once, or why there is none. */
export function applyOnce(operation: Operation, subject: Subject): Subject | NoValue {
  if (operation.kind === 'assign') {
    if (subject.kind !== 'x') return subject
    const value = evaluate(operation.expression, subject.x)
    return typeof value === 'number' ? { kind: 'x', x: value } : value
  }
  if (subject.kind !== 'rows') return subject
  const { rows, nextId } = subject
  if (operation.kind === 'delete') return { ...subject, rows: rows.filter(({ id }) => id !== operation.id) }
  return { ...subject, rows: [...rows, { id: nextId, name: operation.name }], nextId: nextId + 1 }
}

/** x, f(x), f(f(x)) and so on: what there is after 0, 1 … n times; it ends where there is no value. */
export function chainOf(operation: Operation, subject: Subject, times: number): (Subject | NoValue)[] {
  const chain: (Subject | NoValue)[] = [subject]
  for (let done = 0; done < times; done += 1) {
    const last = chain.at(-1)
    if (last === undefined || typeof last === 'string') break
    chain.push(applyOnce(operation, last))
  }
  return chain
}

/** Whether two subjects are the same; there being no value is none of them. */
export function isSameSubject(one: Subject | NoValue, other: Subject | NoValue): boolean {
  return typeof one !== 'string' && typeof other !== 'string' && canonicalJson(one) === canonicalJson(other)
}

/** Users 1 and 2. */
export const TWO_USERS: Subject = {
  kind: 'rows',
  rows: [
    { id: 1, name: 'Ann' },
    { id: 2, name: 'Cid' },
  ],
  nextId: 3,
}
