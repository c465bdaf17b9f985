import type { Page } from 'playwright/test'
import { expect, test } from './test.ts'

/** The smallest type in sight, in pixels of the screen, and what is set in it. */
const smallestType = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let smallest = { px: Number.POSITIVE_INFINITY, text: '' }
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim()
      const element = walker.currentNode.parentElement
      if (!text || !element?.checkVisibility() || element.getBoundingClientRect().width <= 1) continue
      const { currentCSSZoom = 1 } = element as HTMLElement & { currentCSSZoom?: number }
      const px = Number.parseFloat(getComputedStyle(element).fontSize) * currentCSSZoom
      // What is hidden from sight alone is one pixel wide, or lies in what is.
      if (px < smallest.px && !element.closest('h1, [role="status"]')) smallest = { px, text }
    }
    return smallest
  })

/** Whether all of an element lies in the window and nothing lies over its middle. */
const isInSight = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).evaluate(button => {
    const { left, right, top, bottom } = button.getBoundingClientRect()
    const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && button.contains(middle)
  })

/** The double charge as its chapter tells it: the caption at each stop, and the verdict. */
const DOUBLE_CHARGE: readonly (readonly [caption: string, verdict: string])[] = [
  ['You press Pay.', 'Under way'],
  ['The bank charges $100.', 'Under way'],
  ['The answer is lost.', 'Under way'],
  ['No answer: timed out. You do not know whether you were charged.', 'No answer. Were you charged?'],
  ['You press Pay again: attempt 2.', 'Attempt 2 is under way'],
  [
    'The bank charges $100 a second time. Broken promise: at most one charge a payment.',
    'Charged twice, meant once',
  ],
  [
    'The first payment had worked. Without a key the bank cannot know a retry from a new payment.',
    'Charged twice, meant once',
  ],
]

test('seed 202: a talk by Page Down and Page Up alone; blank; a live press; a reload', async ({
  simulator,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await simulator.open({ presenter: 1, clock: 'manual', motion: 'reduce' })
  await expect(page.getByRole('heading', { name: 'The ghost' })).toBeVisible()
  for (let stop = 0; stop < 6; stop += 1) await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { name: 'The double charge' })).toBeVisible()

  for (const [caption, verdict] of DOUBLE_CHARGE) {
    await page.keyboard.press('PageDown')
    await expect(simulator.caption).toHaveText(caption)
    await expect(simulator.verdict).toContainText(verdict)
  }
  await expect(simulator.balance).toHaveText('$800.00')

  await page.keyboard.press('.')
  await expect(page.locator('[inert]')).toContainText('Next')
  await expect(page.getByRole('button', { name: 'Show the screen again' })).toBeFocused()
  await expect(simulator.status).toContainText('The screen is blank. Press B to show it again.')
  await page.keyboard.press('PageDown')

  // Back to the timeout, and live on from there: the stops are those of what happens now.
  for (const [caption] of DOUBLE_CHARGE.slice(3, -1).reverse()) {
    await page.keyboard.press('PageUp')
    await expect(simulator.caption).toHaveText(caption)
  }
  await simulator.payAgain()
  await expect(simulator.caption).toHaveText(/You press Pay again: attempt 2\.$/)
  await page.keyboard.press('PageDown')
  await expect(simulator.verdict).toContainText('Charged twice, meant once')
  await page.keyboard.press('Home')
  await expect(simulator.caption).toHaveText('You press Pay.')

  // A reload, as the start button of a remote control may cause it, goes on with the chapter.
  await page.keyboard.press('PageUp')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The double charge' })).toBeVisible()
})

test('seed 202: Next plays to the next stop and stands there; a focused timeline keeps its keys', async ({
  simulator,
  page,
}) => {
  await simulator.open({ presenter: 1, scenario: 'ghost-with-key', speed: 8 })
  await expect(page.getByRole('heading', { name: 'The ghost, with a key' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '1287')
  await expect(simulator.root).toHaveAttribute('data-status', 'paused')
  await expect(simulator.caption).toHaveText('The bank charges $100.')

  await simulator.timeline.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '1137')
  await page.keyboard.press('End')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '1287')

  await page.getByRole('button', { name: 'Leave presenter mode' }).click()
  await expect(simulator.settings).toBeVisible()
  await expect(page).not.toHaveURL(/presenter/)
})

const HALLS = [
  { width: 1280, height: 720, smallestPx: 18 },
  { width: 1920, height: 1080, smallestPx: 24 },
  { width: 1024, height: 768, smallestPx: 15 },
  { width: 375, height: 667, smallestPx: 12.5 },
]

test('seed 202: large type, and Pay, caption and bar in sight on every screen', async ({
  simulator,
  page,
}) => {
  await simulator.open({ presenter: 1, scenario: 'check-then-act', clock: 'manual', motion: 'reduce' })
  await expect(page.getByRole('heading', { name: 'The race on check-then-act' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  for (const { smallestPx, ...size } of HALLS) {
    await page.setViewportSize(size)
    await expect(simulator.root).toHaveAttribute('data-layout', size.width < 820 ? 'compact' : 'wide')
    // The hall follows its window a frame later: what a larger window has shown may be too large until then.
    for (const name of [/^Pay \$/, 'Next', 'Previous', 'Blank screen', 'Keyboard', 'Leave presenter mode'])
      await expect.poll(() => isInSight(page, name), `${name} at ${size.width} px`).toBe(true)
    await expect
      .poll(async () => (await smallestType(page)).px, `${size.width} px`)
      .toBeGreaterThanOrEqual(smallestPx)
    await expect(simulator.caption).toBeInViewport({ ratio: 1 })
    await expect
      .poll(() => page.evaluate(() => document.scrollingElement?.scrollWidth))
      .toBeLessThanOrEqual(size.width)
  }
})

test('seed 202: a talk in a frame takes no focus and no key before one presses in it @full', async ({
  simulator,
  page,
}) => {
  await simulator.open()
  const talk = new URL('./?embed=1&presenter=1&clock=manual', page.url())
  await page.setContent(
    `<input aria-label="Search"><iframe title="Talk" src="${talk}" style="width:100%;height:640px"></iframe>`,
  )
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'The ghost' })).toBeVisible()
  await page.getByRole('textbox').focus()
  await page.keyboard.press('PageDown')
  await expect(frame.getByRole('heading', { name: 'The ghost' })).toBeVisible()
  await frame.getByRole('heading', { name: 'The ghost' }).click()
  await page.keyboard.press('PageDown')
  await expect(frame.getByRole('region', { name: 'Caption' })).toHaveText('You press Pay.')
})
