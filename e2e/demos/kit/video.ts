import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from 'playwright/test'
import type { Camera } from './film.ts'

const FRAMES_PER_SECOND = 25

/** What any ffmpeg that knows VP8 understands, Playwright's small one, too: JPEG pictures in, a WebM file out. */
const encode = (path: string) =>
  [
    ...['-loglevel', 'error', '-f', 'image2pipe', '-framerate', String(FRAMES_PER_SECOND), '-c:v', 'mjpeg'],
    ...['-i', 'pipe:0', '-y', '-an', '-c:v', 'vp8', '-qmin', '0', '-qmax', '40', '-crf', '8'],
    ...['-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M', '-pix_fmt', 'yuv420p', path],
  ] as const

/** Films a page. The browser sends a picture only when something has changed; a video needs every one. */
export class Video implements Camera {
  readonly #page: Page
  readonly #encoder: ChildProcess
  readonly #ended: Promise<unknown[]>
  #picture: Buffer | undefined
  #startMs = 0
  #written = 0
  #complaints = ''

  /** @param ffmpeg the program that encodes */
  constructor(page: Page, ffmpeg: string, path: string) {
    this.#page = page
    this.#encoder = spawn(ffmpeg, encode(path), { stdio: ['pipe', 'ignore', 'pipe'] })
    this.#encoder.stderr?.on('data', chunk => {
      this.#complaints += chunk
    })
    this.#ended = once(this.#encoder, 'exit')
  }

  readonly roll = async (): Promise<void> => {
    const size = this.#page.viewportSize() ?? { width: 1280, height: 720 }
    await new Promise<void>((resolve, reject) => {
      const onFrame = ({ data }: { data: Buffer }) => {
        this.#fillUp()
        this.#picture = data
        resolve()
      }
      this.#page.screencast.start({ size, quality: 90, onFrame }).catch(reject)
    })
    // The captions' clock begins with the first picture.
    this.#startMs = performance.now()
  }

  /** Ends the film and waits until its file is whole. */
  async stop(): Promise<void> {
    await this.#page.screencast.stop()
    this.#fillUp()
    this.#encoder.stdin?.end()
    const [code] = await this.#ended
    if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${this.#complaints}`)
  }

  /** Repeats the last picture for as long as nothing has changed. */
  #fillUp(): void {
    if (!this.#picture || !this.#startMs) return
    const due = Math.round(((performance.now() - this.#startMs) / 1000) * FRAMES_PER_SECOND)
    for (; this.#written < due; this.#written += 1) this.#encoder.stdin?.write(this.#picture)
  }
}
