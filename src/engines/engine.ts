import type { FromWorker, ToWorker } from './protocol.ts'

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
  #worker: Worker | null = null
  #ready: Promise<void> | null = null
  #id = 0
  /** Questions are answered one after the other. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: EngineOptions) {
    this.#options = options
  }

  /** Fetches and starts it, if it is not there yet. @throws EngineAbsent */
  load(): Promise<void> {
    this.#ready ??= this.#start()
    return this.#ready
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

  /** Ends its worker; the next question begins anew. */
  dispose(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#ready = null
  }

  async #ask(question: Question): Promise<Answer> {
    await this.load()
    const worker = this.#worker
    if (!worker) throw new EngineStopped('It was stopped.')
    this.#id += 1
    const id = this.#id
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.dispose()
        reject(new EngineStopped(`It took longer than ${this.#options.timeoutMs / 1000} s, and was stopped.`))
      }, this.#options.timeoutMs)
      worker.onmessage = ({ data }: MessageEvent<FromWorker<Answer>>) => {
        if (!('id' in data) || data.id !== id) return
        clearTimeout(timer)
        if (data.type === 'answer') resolve(data.answer)
        else reject(new Error(data.reason))
      }
      const message: ToWorker<Question> = { id, question }
      worker.postMessage(message)
    })
  }

  #start(): Promise<void> {
    const started = new Promise<void>((resolve, reject) => {
      const worker = startWorker(this.#options.url)
      this.#worker = worker
      worker.onerror = event => reject(new EngineAbsent(event.message || 'Its worker could not be started.'))
      worker.onmessage = ({ data }: MessageEvent<FromWorker<Answer>>) => {
        if (data.type === 'progress') this.#options.onProgress?.(data.share)
        if (data.type === 'absent') reject(new EngineAbsent(data.reason))
        if (data.type === 'ready') resolve()
      }
    })
    // After a failure it may be tried again.
    started.catch(() => this.dispose())
    return started
  }
}

/** A frame of opaque origin may start no worker from a file, but one from a blob that imports it. */
function startWorker(url: string): Worker {
  try {
    return new Worker(url, { type: 'module' })
  } catch {
    const address = new URL(url, document.baseURI).href
    const script = new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' })
    return new Worker(URL.createObjectURL(script), { type: 'module' })
  }
}
