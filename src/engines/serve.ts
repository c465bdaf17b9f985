import type { FromWorker, ToWorker } from './protocol.ts'

/** The little of a worker's global scope that is used: the page's types know none of it. */
interface Scope<Question, Answer> {
  onmessage: ((event: MessageEvent<ToWorker<Question>>) => void) | null
  postMessage: (message: FromWorker<Answer>) => void
}

/**
 * The worker's side: loads an engine, then answers questions with it.
 *
 * @param load gets the engine ready; may tell the share that has been fetched, 0…1
 */
export function serve<Question, Answer>(
  load: (progress: (share: number) => void) => Promise<(question: Question) => Promise<Answer> | Answer>,
): void {
  const scope = globalThis as unknown as Scope<Question, Answer>
  const engine = load(share => scope.postMessage({ type: 'progress', share }))
  engine.then(
    () => scope.postMessage({ type: 'ready' }),
    error => scope.postMessage({ type: 'absent', reason: reasonOf(error) }),
  )
  scope.onmessage = async ({ data: { id, question } }) => {
    try {
      scope.postMessage({ type: 'answer', id, answer: await (await engine)(question) })
    } catch (error) {
      scope.postMessage({ type: 'refusal', id, reason: reasonOf(error) })
    }
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
