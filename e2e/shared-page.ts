import type { Browser, BrowserContextOptions, Page, ViewportSize } from 'playwright/test'

/** With these a test changes its page for good. */
const LASTING = ['addInitScript', 'exposeFunction', 'exposeBinding'] as const

/** What a page remembers on the device; some pages may remember nothing, and say so by throwing. */
function forget(): void {
  try {
    window.localStorage.clear()
  } catch {}
}

/**
 * One page that the tests of a worker take in turn. To open a page takes three times as long as to load the simulator in
 * one that stands open: a new process each time.
 */
export class SharedPage {
  readonly #browser: Browser
  readonly #options: BrowserContextOptions
  #page: Page | null = null
  /** Whether a test has left something on it that no reload takes away. */
  #spent = false

  constructor(browser: Browser, options: BrowserContextOptions) {
    this.#browser = browser
    this.#options = options
  }

  /** The page as a new one would be: blank, of this size. */
  async take(viewport: ViewportSize | null): Promise<Page> {
    if (this.#spent) await this.close()
    this.#page ??= await this.#open()
    const page = this.#page
    await page.goto('about:blank')
    if (viewport) await page.setViewportSize(viewport)
    return page
  }

  /** Takes away what a test has set, and the pages it has opened. */
  async giveBack(): Promise<void> {
    const page = this.#page
    if (!page || page.isClosed()) return this.close()
    const context = page.context()
    for (const other of context.pages()) if (other !== page) await other.close()
    for (const frame of page.frames()) await frame.evaluate(forget).catch(() => undefined)
    await page.unrouteAll()
    // What a learner has done is kept there. A document of another kind has none.
    await page.evaluate(() => window.localStorage.clear()).catch(() => {})
    await context.clearPermissions()
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null })
  }

  async close(): Promise<void> {
    await this.#page?.context().close()
    this.#page = null
    this.#spent = false
  }

  async #open(): Promise<Page> {
    const context = await this.#browser.newContext(this.#options)
    const page = await context.newPage()
    for (const name of LASTING) {
      const method = page[name] as (...args: unknown[]) => Promise<never>
      Object.assign(page, {
        [name]: (...args: unknown[]) => {
          this.#spent = true
          return method.apply(page, args)
        },
      })
    }
    return page
  }
}
