import type { FromWorker, ToWorker } from './protocol.ts'

/** So long nothing may arrive of an engine that is being fetched; and so long it may take to start when all is there. */
const PATIENCE_MS = { fetch: 15_000, start: 60_000 } as const

/** The engine cannot be had here: not fetched, forbidden by the page around, or broken. */
export class EngineAbsent extends Error {
  override name = 'EngineAbsent'
}

/** It took longer than it may, and was stopped; what it knew is gone. */
export class EngineStopped extends Error {
  override name = 'EngineStopped'
}

interface EngineOptions {
  /** Where the worker's script is: `import url from './x.worker.ts?worker&url'`. */
  readonly url: string
  /** A question that takes longer, in milliseconds, has its worker terminated. Loading does not count. */
  readonly timeoutMs: number
  /** The share that has been fetched, 0…1. */
  readonly onProgress?: (share: number) => void
}

/** An engine in a worker of its own, so that nothing it is asked can hang the page. Begins with the first question. */
export class Engine<Question, Answer> {
  readonly #options: EngineOptions
  #ready: Promise<Worker> | null = null
  /** Ends the worker, and what is waited for of it. */
  #end: (reason: Error) => void = () => {}
  #id = 0
  /** Questions are answered one after the other. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: EngineOptions) {
    this.#options = options
  }

  /** Fetches and starts it, if it is not there yet. @throws EngineAbsent, EngineStopped */
  async load(): Promise<void> {
    await this.#worker()
  }

  /** @throws EngineAbsent, EngineStopped, Error where the engine itself failed */
  ask(question: Question): Promise<Answer> {
    const next = this.#last.then(
      () => this.#ask(question),
      () => this.#ask(question),
    )
    this.#last = next
    return next
  }

  /** Ends its worker, also while that is loading; the next question begins anew. */
  dispose(): void {
    this.#end(new EngineStopped('It was stopped.'))
    this.#ready = null
  }

  async #ask(question: Question): Promise<Answer> {
    const worker = await this.#worker()
    this.#id += 1
    const message: ToWorker<Question> = { id: this.#id, question }
    const end = this.#end
    try {
      return await new Promise((resolve, reject) => this.#wait(worker, message, resolve, reject))
    } catch (error) {
      // What fails in itself is not asked again either: the next question begins anew.
      this.dispose()
      throw error
    } finally {
      this.#end = end
    }
  }

  #wait(
    worker: Worker,
    message: ToWorker<Question>,
    resolve: (answer: Answer) => void,
    reject: (reason: Error) => void,
  ) {
    const { timeoutMs } = this.#options
    const timer = setTimeout(
      () => refuse(new EngineStopped(`It took longer than ${timeoutMs / 1000} s, and was stopped.`)),
      timeoutMs,
    )
    const refuse = (reason: Error) => {
      clearTimeout(timer)
      reject(reason)
    }
    const end = this.#end
    this.#end = reason => {
      refuse(reason)
      end(reason)
    }
    // A worker that breaks down, for lack of memory say, answers nothing any more.
    worker.onerror = event => refuse(new EngineStopped(event.message || 'It broke down.'))
    worker.onmessage = ({ data }: MessageEvent<FromWorker<Answer>>) => {
      if (!('id' in data) || data.id !== message.id) return
      clearTimeout(timer)
      if (data.type === 'answer') resolve(data.answer)
      else reject(new Error(data.reason))
    }
    worker.postMessage(message)
  }

  #worker(): Promise<Worker> {
    if (this.#ready) return this.#ready
    const ready = this.#start()
    this.#ready = ready
    // After a failure it may be tried again.
    ready.catch(() => {
      if (this.#ready === ready) this.#ready = null
    })
    return ready
  }

  async #start(): Promise<Worker> {
    const { url } = this.#options
    try {
      return await this.#startFrom(url)
    } catch (error) {
      // A frame of opaque origin may start no worker from a file, and no module from a blob; a plain script may, and import.
      if (!(error instanceof NotStarted)) throw error
      const address = JSON.stringify(new URL(url, document.baseURI).href)
      // A failed import would be told to nobody outside; what is thrown is.
      const script = `import(${address}).catch(error => setTimeout(() => { throw error }))`
      const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
      try {
        return await this.#startFrom(blob, 'classic')
      } catch (again) {
        throw again instanceof NotStarted ? new EngineAbsent(again.message) : again
      } finally {
        URL.revokeObjectURL(blob)
      }
    }
  }

  /** Some browsers refuse a worker by throwing, others by an event. */
  #startFrom(url: string, type: WorkerType = 'module'): Promise<Worker> {
    return new Promise((resolve, reject) => {
      let worker: Worker
      try {
        worker = new Worker(url, { type })
      } catch (error) {
        reject(new NotStarted(String(error)))
        return
      }
      const end = (reason: Error) => {
        clearTimeout(timer)
        worker.terminate()
        reject(reason)
      }
      this.#end = end
      // A request that is never answered would never fail either.
      let timer: ReturnType<typeof setTimeout>
      const wait = (ms: number) => {
        clearTimeout(timer)
        timer = setTimeout(() => end(new EngineAbsent(`Nothing came for ${ms / 1000} s.`)), ms)
      }
      wait(PATIENCE_MS.fetch)
      worker.onerror = event => end(new NotStarted(event.message || 'Its worker could not be started.'))
      worker.onmessage = ({ data }: MessageEvent<FromWorker<Answer>>) => {
        if (data.type === 'progress') {
          wait(data.share < 1 ? PATIENCE_MS.fetch : PATIENCE_MS.start)
          this.#options.onProgress?.(data.share)
        }
        if (data.type === 'absent') end(new EngineAbsent(data.reason))
        if (data.type === 'ready') {
          clearTimeout(timer)
          resolve(worker)
        }
      }
    })
  }
}

/** The worker's script did not run at all. */
class NotStarted extends Error {}
