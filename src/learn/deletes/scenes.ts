import type { HttpAnswer } from '../sql/handling.ts'
import type { Api, SignUp } from './api.ts'

/** A request, sent to both APIs. */
export interface Request {
  /** Seconds after noon. */
  readonly at: number
  readonly method: 'DELETE' | 'GET' | 'POST'
  readonly id: number
  /** What is special about it: "the retry". */
  readonly note: string
  /** Who waits for the answer, and whether it comes. */
  readonly waits: 'client' | 'lost' | 'nobody'
}

export type SceneId = 'retry' | 'late' | 'again'

/** Requests one after the other. */
interface Scene {
  readonly label: string
  readonly says: string
  /** Whether user 1 is there at the start. */
  readonly begins: boolean
  readonly requests: readonly Request[]
}

export const EMAIL = 'ada@example.org'
const signUp = (id: number): SignUp => ({ id, email: EMAIL })

export const SCENES: Readonly<Record<SceneId, Scene>> = {
  retry: {
    label: 'DELETE, and its retry',
    says: 'The answer to the first DELETE is lost, so the client sends it again. Then it looks.',
    begins: true,
    requests: [
      { at: 0, method: 'DELETE', id: 1, note: '', waits: 'lost' },
      { at: 3, method: 'DELETE', id: 1, note: 'the retry', waits: 'client' },
      { at: 10, method: 'GET', id: 1, note: '', waits: 'client' },
      { at: 12, method: 'GET', id: 2, note: 'never was', waits: 'client' },
    ],
  },
  late: {
    label: 'A late duplicate CREATE',
    says: 'The network delivers the request that created user 1 twice, the second time after the DELETE.',
    begins: false,
    requests: [
      { at: 0, method: 'POST', id: 1, note: '', waits: 'client' },
      { at: 5, method: 'DELETE', id: 1, note: '', waits: 'client' },
      { at: 9, method: 'POST', id: 1, note: 'the late duplicate', waits: 'nobody' },
      { at: 12, method: 'GET', id: 1, note: '', waits: 'client' },
    ],
  },
  again: {
    label: 'Signing up again',
    says: 'User 1 is deleted. The same person signs up again, with the same email address.',
    begins: true,
    requests: [
      { at: 0, method: 'DELETE', id: 1, note: '', waits: 'client' },
      { at: 60, method: 'POST', id: 2, note: 'the same email', waits: 'client' },
    ],
  },
}

/** The work a request is for an API. */
export function workOf(api: Api, { method, id }: Request) {
  if (method === 'DELETE') return api.remove(id)
  return method === 'GET' ? api.get(id) : api.create(signUp(id))
}

/** What who waits for an answer makes of it. Only where “gone” has an answer of its own does 404 mean that it never was. */
export function conclusion({ method, waits }: Request, { status }: HttpAnswer, api: 'hard' | 'soft'): string {
  if (waits === 'lost') return 'The answer is lost. “Deleted or not? I ask again.”'
  if (waits === 'nobody')
    return status === 201
      ? 'Nobody waits for it, and the user is back.'
      : 'Nobody waits for it; it changed nothing.'
  if (method === 'DELETE')
    return status === 404
      ? '“Not found. Did my first one delete it, or was it never there?”'
      : '“Deleted, as I asked.”'
  if (method === 'POST') return status === 201 ? '“Created.”' : '“Taken. By whom? I deleted that account.”'
  if (status === 410) return '“It was there, and it is deleted.”'
  if (status === 200) return '“There it is.”'
  return api === 'soft' ? '“There never was one.”' : '“There is none. Was there ever?”'
}
