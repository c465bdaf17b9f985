import { test as base, type ConsoleMessage, type Page, type Request, type WebError } from 'playwright/test'
import { SharedPage } from './shared-page.ts'
import { Simulator } from './simulator.ts'

export { expect } from 'playwright/test'

export interface Options {
  /** Origins beside the page's own that this test may ask, such as a host page's. */
  allowedOrigins: string[]
  /** Errors this test provokes on purpose. */
  allowedErrors: RegExp[]
}

export interface Given {
  /** The simulator on this test's page, not yet opened. */
  simulator: Simulator
}

export interface Automatic {
  skipWithoutBrowser: undefined
  quietPage: undefined
}

const hasNoHost = (url: URL) => ['data:', 'blob:', 'about:'].includes(url.protocol)

export const test = base.extend<Options & Given & Automatic, { sharedPage: SharedPage }>({
  allowedOrigins: [[], { option: true }],
  allowedErrors: [[], { option: true }],

  sharedPage: [
    async ({ browser }, use, { project }) => {
      const shared = new SharedPage(browser, { baseURL: project.use.baseURL ?? '' })
      await use(shared)
      await shared.close()
    },
    { scope: 'worker' },
  ],

  page: async ({ context, sharedPage, viewport, hasTouch, isMobile, colorScheme, contextOptions }, use) => {
    // What is set for a whole context can be had in one of its own only.
    if (hasTouch || isMobile || colorScheme !== 'light' || Object.keys(contextOptions).length > 0) {
      await use(await context.newPage())
      return
    }
    await use(await sharedPage.take(viewport))
    await sharedPage.giveBack()
  },

  simulator: async ({ page }, use) => use(new Simulator(page)),

  skipWithoutBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use, testInfo) => {
      const { name, metadata } = testInfo.project
      testInfo.skip(name === 'firefox' && !metadata.found, 'no Firefox can be had on this machine')
      await use(undefined)
    },
    { auto: true },
  ],

  // A page that reports an error or asks another host has failed, whatever the test looked at.
  quietPage: [
    async ({ skipWithoutBrowser, page, baseURL, allowedOrigins, allowedErrors }, use) => {
      const complaints: string[] = []
      const context = page.context()
      const origins = [new URL(baseURL ?? '').origin, ...allowedOrigins]
      const complain = (text: string) => {
        if (!allowedErrors.some(allowed => allowed.test(text))) complaints.push(text)
      }
      const onError = (error: WebError) => complain(`page error: ${error.error().stack ?? error.error()}`)
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error')
          complain(`console error: ${message.text()} (${message.location().url})`)
      }
      const onRequest = (request: Request) => {
        const url = new URL(request.url())
        if (!hasNoHost(url) && !origins.includes(url.origin))
          complaints.push(`request to another origin: ${url}`)
      }
      context.on('weberror', onError)
      context.on('console', onConsole)
      context.on('request', onRequest)
      await use(skipWithoutBrowser)
      context.off('weberror', onError)
      context.off('console', onConsole)
      context.off('request', onRequest)
      if (complaints.length > 0) throw new Error(complaints.join('\n'))
    },
    { auto: true },
  ],
})

/**
 * For tests that each load a run of their own and leave nothing of the page changed: the simulator stands open, seed
 * 202, manual clock, no motion, on one page for all of a worker's tests. To open it takes longer than most of them.
 */
export const standingTest = test.extend<object, { standingPage: Page }>({
  standingPage: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage({ baseURL: project.use.baseURL ?? '' })
      await new Simulator(page).open({ seed: 202, clock: 'manual', motion: 'reduce' })
      await use(page)
      await page.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ standingPage }, use) => use(standingPage),
})
