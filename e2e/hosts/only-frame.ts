import { expect, type Page } from 'playwright/test'
import { Simulator } from '../simulator.ts'

/** The simulator in the only frame of a page, once it stands. */
export async function simulatorIn(page: Page): Promise<Simulator> {
  await expect.poll(() => page.frames().filter(frame => frame.url() !== 'about:blank').length).toBe(2)
  const simulator = new Simulator(page.frames().at(-1) ?? page)
  await simulator.ready()
  return simulator
}
