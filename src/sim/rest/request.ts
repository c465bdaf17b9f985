/** The methods the small API knows. */
export type RestMethod = 'GET' | 'HEAD' | 'OPTIONS' | 'PUT' | 'DELETE' | 'POST' | 'PATCH'

/** A request as the small API takes it. */
export interface RestRequest {
  readonly method: RestMethod
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What comes back. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What a request leaves behind, and what it is answered. */
export interface Served<State> {
  readonly state: State
  readonly reply: Reply
}

/** An error as RFC 9457 writes it. */
export function problem(status: number, title: string, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: { title, status },
  }
}
