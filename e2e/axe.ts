import { readFileSync } from 'node:fs'
import type axe from 'axe-core'
import type { Page } from 'playwright/test'

const source = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** WCAG 2.2 AA, and what axe-core holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** What axe-core finds on a page: the rule, why, and the beginning of the element's markup. Alike ones are told once. */
export async function violations(page: Page): Promise<string[]> {
  // A script tag would add to the page that is looked at. And the source is long: it is handed over once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async tags => {
    // Also without motion a colour changes with the next frame only.
    do await new Promise(requestAnimationFrame)
    while (document.getAnimations().some(({ playState }) => playState === 'running'))
    const { violations: found } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      // What the builder previews is looked at as the page that it is.
      iframes: false,
    })
    const lines = found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join(' ').trim()
        return `${id}: ${why} → ${html.slice(0, 90)}`
      }),
    )
    return [...new Set(lines)]
  }, TAGS)
}
