import type { Locator, Page } from 'playwright/test'
import { expect, test } from './test.ts'

/** More stops than the page has. */
const STOPS = 60

/**
 * Whether one sees where the focus is: by an outline on the focused element, on the box around a field, or on what is
 * drawn in place of a slider that lies transparent over its drawing.
 */
function seesFocus(): string {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'nothing has the focus'
  const outlined = (element: Element) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && Number(opacity) > 0
  }
  const box = focused.parentElement
  const drawn = [focused, ...(box ? [box, ...box.querySelectorAll('*')] : [])]
  return drawn.some(outlined) ? '' : `no outline on ${focused.outerHTML.slice(0, 200)}`
}

/** Presses Tab until an element has the focus, looking at the outline of every stop on the way. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press(key)
    expect(await page.evaluate(seesFocus)).toBe('')
    if (await wanted.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`${STOPS} presses of ${key} do not lead to ${wanted}`)
}

test('seed 202: the whole story by keyboard alone, with the focus always to be seen', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, speed: 8 })

  await tabTo(page, simulator.payButton)
  await page.keyboard.press('Space')
  await simulator.waitUntilIdle()
  await expect(simulator.payButton).toBeFocused()
  await page.keyboard.press('Enter')
  await simulator.waitUntilIdle()
  await expect(simulator.verdict).toContainText('Charged twice, meant once')

  // Back and forth on the timeline: by happenings, by seconds, to both ends.
  await tabTo(page, simulator.timeline)
  await page.keyboard.press('ArrowLeft')
  await expect(simulator.timeline).toHaveAttribute(
    'aria-valuetext',
    /^3\.5 s\. The bank answers 201 Created\./,
  )
  await page.keyboard.press('ArrowLeft')
  await expect(simulator.timeline).toHaveAttribute(
    'aria-valuetext',
    /^3\.4 s\. The bank charges \$100 a second/,
  )
  await page.keyboard.press('Home')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '0')
  await page.keyboard.press('ArrowRight')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '687')
  await page.keyboard.press('PageUp')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '1687')
  await page.keyboard.press('End')
  await expect(simulator.root).toHaveAttribute('data-time-ms', '4146')

  await tabTo(page, simulator.rerunKeysOn, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await simulator.waitUntilIdle()
  await expect(simulator.verdict).toContainText('Charged once, in 2 attempts')

  await tabTo(page, simulator.rerunKeysOff)
  await page.keyboard.press('Space')
  await simulator.waitUntilIdle()
  await expect(simulator.verdict).toContainText('Charged twice, meant once')
})

test('seed 202: settings by keyboard: keys, drop rate, more settings, speed @full', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await tabTo(page, simulator.speed)
  await page.keyboard.press('ArrowDown')
  await expect(simulator.speed).toHaveValue('2')

  await tabTo(page, simulator.keysSwitch)
  await page.keyboard.press('Space')
  await expect(simulator.keysSwitch).toBeChecked()
  await tabTo(page, simulator.dropRate)
  await page.keyboard.press('ArrowRight')
  await expect(simulator.dropRate).toHaveAttribute('aria-valuetext', '51%')
  await page.keyboard.press('End')
  await expect(simulator.dropRate).toHaveAttribute('aria-valuetext', '100%')
  await tabTo(page, simulator.moreSettings)
  await page.keyboard.press('Enter')
  await expect(simulator.moreSettings).toHaveAttribute('aria-expanded', 'true')
  await tabTo(page, simulator.settings.getByRole('button', { name: /^Client/ }))
  await page.keyboard.press('Space')
  const timeout = page.getByRole('spinbutton', { name: 'Timeout' })
  await tabTo(page, timeout)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('3000')
  await page.keyboard.press('Enter')
  const { settings } = await simulator.state()
  expect(settings).toMatchObject({ keys: 'per-payment', responseLoss: 1, timeout: 3000 })
})

test('seed 202: a packet is lost by keyboard, and the focus stays on the wires', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, drop: 1, clock: 'manual' })
  await simulator.call('pay')
  await simulator.call('advance', 300)
  await tabTo(page, simulator.packet('p1.a1.request'))
  await page.keyboard.press('Enter')
  await expect(simulator.packet('p1.a1.request')).toHaveAttribute('data-fate', 'lost')
  // A lost packet stays in sight for six seconds: more has to happen before it goes.
  await simulator.call('runToEnd')
  await simulator.call('pay')
  await simulator.call('runToEnd')
  await simulator.call('newPayment')
  await simulator.call('pay')
  await simulator.call('seek', 6400)
  await expect(simulator.packet('p1.a1.request')).toHaveCount(0)
  const place = simulator.stage.locator(':focus')
  await expect(place).toHaveCount(1)
})

test('seed 202: the copy of a request is lost by keyboard, and the first goes on @full', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, drop: 0, duplicate: 1, clock: 'manual' })
  await simulator.call('pay')
  await simulator.call('advance', 300)
  await tabTo(page, simulator.packet('p1.a1.request.2'))
  await page.keyboard.press('Enter')
  await expect(simulator.packet('p1.a1.request.2')).toHaveAttribute('data-fate', 'lost')
  await expect(simulator.packet('p1.a1.request')).toHaveAttribute('data-fate', 'in-flight')
})
