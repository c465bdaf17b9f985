import type { Answer, MessageId } from '../embed/host/messages.ts'

/** A method called, and what waits for its answer. */
interface Call {
  readonly id: number
  readonly command: string
  readonly args: readonly unknown[]
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** The calls of one simulator: those that wait until it is ready, and those that wait for an answer. */
export class Calls {
  #nextId = 1
  #unsent: Call[] = []
  readonly #sent = new Map<MessageId, Call>()

  /** Notes a call; its promise is kept or broken by what comes later. */
  add(command: string, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#unsent.push({ id: this.#nextId, command, args, resolve, reject })
      this.#nextId += 1
    })
  }

  /** Sends what has waited, in its order. A call that cannot be sent, such as one with a function, fails alone. */
  send(post: (call: Pick<Call, 'id' | 'command' | 'args'>) => void): void {
    const calls = this.#unsent
    this.#unsent = []
    for (const call of calls) {
      this.#sent.set(call.id, call)
      try {
        post(call)
      } catch (error) {
        this.#sent.delete(call.id)
        call.reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
  }

  /** Takes the answer to a call. */
  settle(id: MessageId | undefined, answer: Partial<Answer>): void {
    const call = id === undefined ? undefined : this.#sent.get(id)
    if (!call) return
    this.#sent.delete(call.id)
    if (answer.ok === true) call.resolve(answer.result)
    else call.reject(errorOf(answer))
  }

  /** Nobody will answer what was sent. */
  failSent(why: string): void {
    const calls = [...this.#sent.values()]
    this.#sent.clear()
    for (const { reject } of calls) reject(new Error(why))
  }

  /** Nobody will answer anything. */
  failAll(why: string): void {
    const calls = this.#unsent
    this.#unsent = []
    this.failSent(why)
    for (const { reject } of calls) reject(new Error(why))
  }
}

function errorOf(answer: Partial<Answer>): Error {
  const { name = 'Error', message = 'The simulator gave no reason.' } =
    ('error' in answer && answer.error) || {}
  return Object.assign(new Error(String(message)), { name: String(name) })
}
