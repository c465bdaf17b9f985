import type { Page } from 'playwright/test'
import type { Answer, FrameMessage } from '../../src/embed/host/messages.ts'

interface Heard {
  /** The id of the iframe that said it. */
  readonly from: string
  readonly origin: string
  readonly atMs: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what it expects to be there.
  readonly data: FrameMessage & { readonly payload: any; readonly [name: string]: any }
}

declare global {
  interface Window {
    heard: Heard[]
  }
}

/** Notes whatever any frame says, from before the first frame is there. */
export const NOTES = `<script>
  window.heard = []
  window.addEventListener('message', ({ data, origin, source }) => {
    const frame = [...document.querySelectorAll('iframe')].find(each => each.contentWindow === source)
    window.heard.push({ from: frame ? frame.id : '', origin, atMs: performance.now(), data })
  })
</script>`

/** A page of a course: its head first, then its body. */
export function coursePage(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Week 3</title>${head}</head>
    <body style="margin:0">${body}</body></html>`
}

/** An iframe that shows the simulator. */
export const frame = (id: string, src: string, more = '') =>
  `<iframe id="${id}" title="Double Charge Simulator" src="${src.replaceAll('&', '&amp;')}"
    style="border:0;width:1000px;height:600px" ${more}></iframe>`

/** A page that speaks to its frames by messages, as the contract has them. */
export class HostPage {
  readonly #page: Page
  #nextId = 1

  constructor(page: Page) {
    this.#page = page
  }

  /** All that a frame has said so far of one type. */
  async heard(type: FrameMessage['type'], from: string): Promise<Heard[]> {
    return this.#page.evaluate(
      ([wanted, frame]) => window.heard.filter(each => each.data?.type === wanted && each.from === frame),
      [type, from] as const,
    )
  }

  /** Says something to a frame. */
  async say(to: string, message: object): Promise<void> {
    await this.#page.evaluate(
      ([frame, said]) =>
        (document.getElementById(frame) as HTMLIFrameElement).contentWindow?.postMessage(
          { target: 'double-charge-simulator', v: 1, ...said },
          '*',
        ),
      [to, message] as const,
    )
  }

  /** Waits until a frame has said something that counts. */
  async until(type: FrameMessage['type'], from: string, id?: string): Promise<Heard> {
    const handle = await this.#page.waitForFunction(
      ([wanted, frame, wantedId]) =>
        window.heard.find(
          ({ data, from: source }) =>
            data?.type === wanted && source === frame && (wantedId === undefined || data.id === wantedId),
        ),
      [type, from, id] as const,
    )
    return (await handle.jsonValue()) as Heard
  }

  /** Has a frame carry out a command. */
  async command(to: string, command: string, ...args: unknown[]): Promise<Answer> {
    const id = `c${this.#nextId}`
    this.#nextId += 1
    await this.say(to, { type: 'command', id, command, args })
    return (await this.until('reply', to, id)).data.payload
  }

  /** Has a frame carry out a command, which succeeds. */
  async result(to: string, command: string, ...args: unknown[]) {
    const answer = await this.command(to, command, ...args)
    if (!answer.ok) throw new Error(`${command}: ${answer.error.message}`)
    // biome-ignore lint/suspicious/noExplicitAny: as above
    return answer.result as any
  }
}
