import type { Input } from '../src/sim/index.ts'
import { expect, test } from './test.ts'

/** Payments, and how far apart: a press every tenth of a second, which is as fast as one can. */
const PAYMENTS = 50
const APART_MS = 200

const BUSY: readonly Input[] = Array.from({ length: PAYMENTS }, (_, index): Input[] => [
  { at: index * APART_MS, type: 'pay' },
  { at: index * APART_MS + APART_MS / 2, type: 'newPayment' },
]).flat()

/**
 * The longest that 95 of 100 frames may take. The budget, sixty a second, is held by `npm run check`, on a machine that
 * has nothing else to do; here, where that is not known, only a page that has become much slower fails.
 */
const FRAME_MS = Number(process.env.FRAME_MS ?? 50)

/** Whatever else the machine does only adds to a frame: the best of so many measurements is nearest to what the page takes. */
const MEASUREMENTS = 3

/** The gaps between the animation frames of five seconds of the busy run, its first second left out. */
function measure(inputs: readonly Input[]): Promise<number[]> {
  return new Promise(resolve => {
    window.doubleCharge.load({ settings: { retry: 'auto' }, inputs: [...inputs] })
    const from = performance.now() + 1000
    const gaps: number[] = []
    let last = 0
    const frame = (now: number) => {
      if (last >= from) gaps.push(now - last)
      last = now
      if (now < from + 5000) requestAnimationFrame(frame)
      else resolve(gaps)
    }
    requestAnimationFrame(frame)
  })
}

// It runs by itself, after all others: see the project "frame rate" in playwright.config.ts.
test(`frame rate, seed 202: ${PAYMENTS} payments with automatic retry, p95 at most ${FRAME_MS} ms`, async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202 })
  await expect(simulator.chart).toBeVisible()
  const measured: { p95: number; figures: string }[] = []
  while (measured.length < MEASUREMENTS && !measured.some(({ p95 }) => p95 <= FRAME_MS)) {
    const sorted = (await page.evaluate(measure, BUSY)).sort((a, b) => a - b)
    expect((await simulator.state()).timeMs).toBeGreaterThan(5000)
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2)
    const figures = `${sorted.length} frames: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)} ms`
    test.info().annotations.push({ type: 'frames', description: figures })
    console.log(figures)
    measured.push({ p95: Number(at(0.95)), figures })
  }
  const best = Math.min(...measured.map(({ p95 }) => p95))
  expect(best, measured.map(({ figures }) => figures).join('; ')).toBeLessThanOrEqual(FRAME_MS)
})
