import type { Page } from 'playwright/test'
import { expect, test } from './test.ts'

/** Whatever CSS or the Web Animations API moves for longer than an eye can see. */
const moving = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => effect as KeyframeEffect)
      .filter(effect => Number(effect.getComputedTiming().endTime) > 1)
      .map(effect => effect.target?.outerHTML.slice(0, 120)),
  )

const REDUCED = { 'asked of the system': 'auto', 'asked by the address': 'reduce' } as const

for (const [how, motion] of Object.entries(REDUCED)) {
  // A way of asking a day; the full run takes both.
  test.describe(`reduced motion, ${how}, seed 202${motion === 'auto' ? '' : ' @full'}`, () => {
    test.use({ contextOptions: { reducedMotion: motion === 'auto' ? 'reduce' : 'no-preference' } })

    test('moves nothing by CSS, and words carry the change', async ({ simulator, page }) => {
      await simulator.open({ seed: 202, motion, clock: 'manual' })
      await simulator.call('pay')
      for (const ms of [1, 300, 700, 1000, 1200, 1433, 1500, 2500]) {
        await simulator.call('seek', ms)
        expect(await moving(page), `at ${ms} ms`).toEqual([])
      }
      await expect(simulator.packet('p1.a1.response')).toContainText('lost on the way')
      await simulator.call('pay')
      await simulator.call('runToEnd')
      expect(await moving(page)).toEqual([])
      await expect(simulator.balance).toHaveText('$800.00')
    })

    test('a packet in flight stands at its place', async ({ simulator }) => {
      await simulator.open({ seed: 202, motion, clock: 'manual' })
      await simulator.call('pay')
      const places: unknown[] = []
      for (const ms of [100, 350, 600]) {
        await simulator.call('seek', ms)
        await expect(simulator.packet('p1.a1.request')).toHaveAttribute('data-fate', 'in-flight')
        places.push(await simulator.packet('p1.a1.request').boundingBox())
      }
      expect(places[1]).toEqual(places[0])
      expect(places[2]).toEqual(places[0])
    })
  })
}

test('motion=full moves although the system asks for less @full', async ({ simulator, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await simulator.open({ seed: 202, motion: 'full', clock: 'manual' })
  await simulator.call('pay')
  await simulator.call('seek', 100)
  const before = await simulator.packet('p1.a1.request').boundingBox()
  await simulator.call('seek', 500)
  const after = await simulator.packet('p1.a1.request').boundingBox()
  expect(after?.x).toBeGreaterThan((before?.x ?? 0) + 20)
})
