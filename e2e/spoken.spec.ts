import type { Page } from 'playwright/test'
import { expect, test } from './test.ts'

interface Told {
  readonly text: string
  readonly at: number
}

/** Writes down what the live region comes to say, and when. */
async function listen(page: Page): Promise<() => Promise<Told[]>> {
  await page.getByRole('status').evaluate(status => {
    const told: Told[] = []
    Object.assign(window, { told })
    new MutationObserver(() => {
      const text = status.textContent ?? ''
      if (text !== told.at(-1)?.text) told.push({ text, at: performance.now() })
    }).observe(status, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => (window as unknown as { told: Told[] }).told)
}

test('seed 202: one polite status says what happened, at most once a second', async ({ simulator, page }) => {
  await simulator.open({ seed: 202, speed: 4 })
  await expect(simulator.status).toHaveCount(1)
  const told = await listen(page)
  await simulator.pay()
  await simulator.waitUntilIdle()
  await simulator.payAgain()
  await expect(simulator.status).toContainText('Charged twice, meant once')
  await simulator.rerunKeysOn.click()
  await expect(simulator.status).toContainText('Charged once, in 2 attempts')
  const all = await told()
  expect(all.length).toBeGreaterThanOrEqual(3)
  for (const [index, { at, text }] of all.slice(1).entries()) {
    // A busy machine writes one a little late, and the next is then nearer to it.
    expect(at - (all[index]?.at ?? 0), `before "${text}"`).toBeGreaterThanOrEqual(700)
  }
})

test('seed 202: what is said at a step is what the event list says @full', async ({ simulator }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('pay')
  await expect(simulator.status).toHaveText('You press Pay.')
  await simulator.call('seek', 1432)
  await expect(simulator.status).toHaveText('The bank charges $100. The answer is lost.')
  await expect(simulator.timeline).toHaveAttribute('aria-valuetext', '1.4 s. The answer is lost.')
  await simulator.call('seek', 1000)
  await expect(simulator.status).toHaveText('Back at 1.0 s. The bank charges $100.')
})

test('headings: one first, no level left out, the state before play area and settings', async ({
  simulator,
  page,
}) => {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 700 })
    for (const embed of [0, 1]) {
      await simulator.open({ embed })
      await expect(simulator.chart).toBeVisible()
      const headings = await page
        .getByRole('heading')
        .evaluateAll(all =>
          all.map(heading => ({ level: Number(heading.tagName.slice(1)), text: heading.textContent ?? '' })),
        )
      const levels = headings.map(({ level }) => level)
      expect(levels.filter(level => level === 1)).toHaveLength(1)
      expect(levels[0]).toBe(1)
      for (const [index, level] of levels.slice(1).entries())
        expect(level, headings[index + 1]?.text).toBeLessThanOrEqual((levels[index] ?? 0) + 1)
      const texts = headings.map(({ text }) => text)
      const order = ['Press Pay.', 'You', 'Settings'].map(text => texts.indexOf(text))
      expect(order).toEqual([...order].sort((a, b) => a - b))
      expect(Math.min(...order)).toBeGreaterThanOrEqual(0)
    }
  }
})

test('seed 202: packets, sliders, chart and table say in words what is to be seen', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await expect(simulator.chart).toHaveAccessibleName('Balance over time: no change yet.')
  await expect(simulator.dropRate).toHaveAttribute('aria-valuetext', '50%')
  await simulator.call('pay')
  await simulator.call('seek', 300)
  await expect(simulator.packet('p1.a1.request')).toHaveAccessibleName(
    /^Attempt 1: POST \/payments, no key.*Lose this message$/,
  )
  await simulator.call('runToEnd')
  await expect(simulator.packet('p1.a1.response')).toHaveAccessibleName(
    /^Attempt 1: 201 Created, lost on the way$/,
  )
  await simulator.call('pay')
  await simulator.call('seek', 3600)
  await expect(simulator.packet('p1.a2.response')).toHaveAccessibleName(
    /^Attempt 2: 201 Created, charged again.*Lose this message$/,
  )
  await simulator.call('runToEnd')
  await expect(simulator.chart).toHaveAccessibleName(/^Balance over time: .*\$800\.00/)
  await expect(simulator.balancePanel).toContainText('$800.00, should be $900.00')

  await page.getByRole('button', { name: 'As a table' }).click()
  const table = simulator.balancePanel.getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['Time', 'Balance', 'Should be'])
  const last = table.getByRole('row').last()
  await expect(last.getByRole('cell')).toHaveText(['3.4 s', '$800.00', '$900.00'])
})

test('seed 202: with keys a packet tells its key, and a saved answer that it is replayed', async ({
  simulator,
}) => {
  await simulator.open({ seed: 202, clock: 'manual', keys: 'per-payment' })
  await simulator.call('load', {
    settings: { keys: 'per-payment' },
    inputs: [
      { at: 0, type: 'pay' },
      { at: 2500, type: 'pay' },
    ],
  })
  await simulator.call('seek', 300)
  await expect(simulator.packet('p1.a1.request')).not.toHaveAccessibleName(/no key/)
  const [sent] = (await simulator.trace()).filter(({ request }) => request)
  const key = sent?.request?.headers['Idempotency-Key'] ?? 'no key'
  await expect(simulator.packet('p1.a1.request')).toContainText(key.slice(0, 8))
  await simulator.call('runToEnd')
  await expect(simulator.packet('p1.a2.response')).toHaveAccessibleName(/replayed/)
})
