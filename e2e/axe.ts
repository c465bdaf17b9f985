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
  await page.evaluate(text => {
    // A script tag would add to the page that is looked at.
    if (!window.axe) new Function(text)()
  }, source)
  return page.evaluate(async tags => {
    const { violations: found } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
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
