import { expect, type Locator, type Page } from 'playwright/test'
import type { WaitOptions } from '../../../src/embed/api-types.ts'
import type { EventKind } from '../../../src/sim/index.ts'
import { type Params, type Route, Simulator } from '../../simulator.ts'
import { Cursor } from './cursor.ts'
import { type Pace, readingMs } from './pace.ts'

/** A text and when it is to be seen. */
export interface Cue {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

/** What takes pictures of a demo, or notes what it shows. */
export interface Camera {
  /** The page stands, nothing has happened yet. */
  readonly roll?: () => Promise<void>
  /** A caption is in the page, and time stands still. */
  readonly onCaption?: (text: string) => Promise<void>
}

/**
 * A demo as it is played: captions, chapters, and what a hand does with a mouse. Whatever is pressed is pressed while
 * virtual time stands still, so the trace is the same at every pace.
 */
export class Film {
  readonly simulator: Simulator
  readonly #page: Page
  readonly #pace: Pace
  readonly #camera: Camera
  readonly #cursor: Cursor
  readonly #captions: { text: string; startMs: number }[] = []
  readonly #chapters: { text: string; startMs: number }[] = []
  #endMs = 0

  constructor(page: Page, pace: Pace, camera: Camera = {}) {
    this.simulator = new Simulator(page)
    this.#page = page
    this.#pace = pace
    this.#camera = camera
    this.#cursor = new Cursor(page, pace.glides)
  }

  /** Opens a page of the simulator and begins. */
  async open(params: Params, route: Route = ''): Promise<void> {
    await this.simulator.open({ ...params, speed: this.#pace.speed }, route)
    await expect(this.simulator.chart).toBeAttached()
    await this.#page.evaluate(() => document.fonts.ready)
    await this.#cursor.appear()
    await this.#camera.roll?.()
  }

  /** Begins a chapter at the next caption. */
  chapter(name: string): void {
    this.#chapters.push({ text: name, startMs: this.#pace.elapsedMs() })
  }

  /** Shows a caption for as long as it takes to read it; it stays until the next. */
  async say(text: string): Promise<void> {
    this.#captions.push({ text, startMs: this.#pace.elapsedMs() })
    await this.simulator.call('caption', text)
    await expect(this.simulator.caption).toHaveText(text)
    await this.#camera.onCaption?.(text)
    await this.#pace.hold(readingMs(text))
  }

  /** Goes to a control with the cursor and clicks. */
  async press(control: Locator): Promise<void> {
    await control.scrollIntoViewIfNeeded()
    const box = await control.boundingBox()
    if (!box) throw new Error(`${control} is not to be seen.`)
    // Not in the middle: the cursor would cover what the control says.
    const within = { x: box.width * 0.85, y: box.height * 0.7 }
    await this.#cursor.glideTo({ x: box.x + within.x, y: box.y + within.y })
    await control.click({ position: within })
  }

  /** Goes to an event, playing on if it is still to come, stops there, and says what one sees. */
  async sayAt(kind: EventKind, which: WaitOptions, text: string): Promise<void> {
    await this.simulator.pauseAt(kind, which)
    await this.say(text)
  }

  /** Presses, and stops time at the press: the next one may then come at a time of its own. */
  async pressAndStop(control: Locator): Promise<void> {
    await this.#page.evaluate(() =>
      addEventListener('click', () => window.doubleCharge.pause(), { once: true }),
    )
    await this.press(control)
  }

  /** Goes on from where time stands to a virtual time, and not one frame further. */
  async goOnTo(ms: number): Promise<void> {
    await this.#page.evaluate(
      async ([end, speed]) => {
        const { doubleCharge } = window
        const begin = doubleCharge.getState().timeMs
        const started = performance.now()
        for (let at = begin; at < end; ) {
          await new Promise(requestAnimationFrame)
          at = Math.min(end, begin + (performance.now() - started) * speed)
          doubleCharge.seek(at)
        }
      },
      [ms, this.#pace.speed] as const,
    )
  }

  /** Plays on until nothing more will happen, and says what one sees. */
  async sayAtEnd(text: string): Promise<void> {
    await this.simulator.call('play')
    await this.simulator.waitUntilIdle()
    await this.say(text)
  }

  /** Takes the caption away. */
  async end(): Promise<void> {
    this.#endMs = this.#pace.elapsedMs()
    await this.simulator.call('caption', null)
  }

  /** When which caption was to be seen. */
  get captions(): Cue[] {
    return this.#cues(this.#captions)
  }

  /** When which chapter was played. */
  get chapters(): Cue[] {
    return this.#cues(this.#chapters)
  }

  /** Each lasts until the next begins, the last to the end. */
  #cues(begun: readonly { text: string; startMs: number }[]): Cue[] {
    return begun.map((cue, index) => ({ ...cue, endMs: begun[index + 1]?.startMs ?? this.#endMs }))
  }
}
