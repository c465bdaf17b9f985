import type { Locator, Page } from 'playwright/test'
import { Simulator } from '../simulator.ts'

/** Follows a link to a run, and waits until the tab that it opens stands: the lab stays as it is in the tab before. */
export async function opened(link: Locator): Promise<{ there: Simulator; tab: Page }> {
  const [tab] = await Promise.all([link.page().context().waitForEvent('page'), link.click()])
  const there = new Simulator(tab)
  await there.ready()
  return { there, tab }
}
