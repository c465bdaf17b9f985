import type { FrameMessage } from '../embed/host/messages.ts'
import { Calls } from './calls.ts'
import { readFrameMessage } from './frame-message.ts'

/** What becomes of what the frame tells. */
export type Hear = (type: FrameMessage['type'], payload: unknown) => void

/** The host's end of the messages with one simulator, in whichever frame that is at the moment. */
export class FrameLink {
  readonly #hear: Hear
  readonly #calls = new Calls()
  #frame: HTMLIFrameElement | null = null
  #isReady = false
  #origin = '*'

  constructor(hear: Hear) {
    this.#hear = hear
  }

  /** From now on the simulator is in this frame. One that is there already answers the greeting; one that comes says so itself. */
  attach(frame: HTMLIFrameElement): void {
    this.#frame = frame
    this.#isReady = false
    this.#origin = '*'
    window.addEventListener('message', this.#onMessage)
    this.#post({ type: 'hello', id: 'hello' })
  }

  /** The simulator has lost its frame; what has not been sent waits for another. */
  detach(): void {
    window.removeEventListener('message', this.#onMessage)
    this.#frame = null
    this.#isReady = false
    this.#calls.failSent('The simulator was taken from the page before it answered.')
  }

  /** Breaks every promise that is open. */
  giveUp(): void {
    this.#calls.failAll('The simulator was taken from the page.')
  }

  /** Calls a method of the simulator, once it is ready. */
  call(command: string, args: readonly unknown[]): Promise<unknown> {
    const result = this.#calls.add(command, args)
    if (this.#isReady) this.#send()
    return result
  }

  readonly #onMessage = ({ source, origin, data }: MessageEvent) => {
    if (!this.#frame || source !== this.#frame.contentWindow) return
    const message = readFrameMessage(data)
    if (!message) return
    const { type, id, payload } = message
    if (type === 'ready') this.#onReady(id === undefined, origin, payload)
    else if (type === 'reply') this.#calls.settle(id, Object(payload))
    else this.#hear(type, payload)
  }

  /** A frame says by itself that it is ready when it has been loaded, if need be anew; otherwise it only answers. */
  #onReady(isNew: boolean, origin: string, payload: unknown) {
    const wasReady = this.#isReady
    if (isNew) this.#calls.failSent('The simulator was loaded anew before it answered.')
    this.#origin = origin === 'null' ? '*' : origin
    this.#isReady = true
    if (isNew || !wasReady) {
      this.#post({ type: 'subscribe' })
      this.#hear('ready', payload)
    }
    this.#send()
  }

  #send() {
    this.#calls.send(({ id, command, args }) => this.#post({ type: 'command', id, command, args }))
  }

  #post(message: object) {
    this.#frame?.contentWindow?.postMessage(
      { target: 'double-charge-simulator', v: 1, ...message },
      this.#origin,
    )
  }
}
