import { canonicalJson } from '../idempotency/canonical.ts'
import type { Reply } from './request.ts'

/** What is stored of a user: a JSON object, as it was put. */
export type Representation = Readonly<Record<string, unknown>>

/** A user and the version of it that its ETag names. */
export interface Stored {
  readonly value: Representation
  readonly version: number
}

/** The first answer to a key, with the payload it answered. */
interface Saved {
  readonly payload: string
  readonly reply: Reply
}

/** Everything a small API stores: users, payments, and the answers it has saved by Idempotency-Key. */
export interface Resources {
  readonly users: Readonly<Record<string, Stored>>
  readonly payments: readonly { readonly id: string; readonly amount: number }[]
  readonly saved: Readonly<Record<string, Saved>>
  /** How many changes to users there have been: the next version is one more, so no ETag comes back. */
  readonly changes: number
}

/** Where a run begins. */
export type Start = 'user' | 'nobody'

/** User 1 is Ann and has a tag, or there is no user 1. */
export const STARTS: Readonly<Record<Start, Resources>> = {
  user: {
    users: { 1: { value: { name: 'Ann', tags: ['new'] }, version: 1 } },
    payments: [],
    saved: {},
    changes: 1,
  },
  nobody: { users: {}, payments: [], saved: {}, changes: 0 },
}

/** Whether the same is stored in both. Which answers were sent does not matter, and no clock or log is stored. */
export function isSame(one: Resources, other: Resources): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/** The state with a user as given; one that stays as it is keeps its version. */
export function withUser(state: Resources, id: string, value: Representation): Resources {
  const before = state.users[id]
  if (before && canonicalJson(before.value) === canonicalJson(value)) return state
  const version = state.changes + 1
  return { ...state, users: { ...state.users, [id]: { value, version } }, changes: version }
}

/** The state without a user. */
export function withoutUser(state: Resources, id: string): Resources {
  const { [id]: _gone, ...users } = state.users
  return { ...state, users, changes: state.changes + 1 }
}

/** The ETag of a stored user. */
export function tagOf({ version }: Stored): string {
  return `"v${version}"`
}
