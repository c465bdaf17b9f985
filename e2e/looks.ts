import { fileURLToPath } from 'node:url'
import { enter, FAULT_SCENES } from './fault-scenes.ts'
import { CHAPTER_SCENES, openChapter } from './learn/scenes.ts'
import { PANEL_SCENES } from './panel-scenes.ts'
import { settled } from './settled.ts'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

const folder = fileURLToPath(new URL('../out/looks', import.meta.url))

const SIZES = [
  { width: 1280, height: 800, touch: false },
  { width: 768, height: 1024, touch: true },
  { width: 375, height: 667, touch: true },
]

const runWith = async (simulator: Simulator, keys: 'off' | 'per-payment') => {
  await simulator.call('load', {
    settings: { keys },
    inputs: [
      { at: 0, type: 'pay' },
      { at: 2500, type: 'pay' },
    ],
  })
  await simulator.call('runToEnd')
}

/** The four moments of the story: seed 202, manual clock, so that each picture is always the same. */
const MOMENTS: Readonly<Record<string, (simulator: Simulator) => Promise<unknown>>> = {
  start: async () => {},
  'answer-lost': async simulator => {
    await simulator.call('pay')
    // The loss, and as long as the packet takes to stutter and fall.
    await simulator.call('advance', 1432)
    await simulator.call('advance', 400)
    await expect(simulator.packet('p1.a1.response')).toHaveAttribute('data-fate', 'lost')
  },
  'double-charge': async simulator => {
    await runWith(simulator, 'off')
    await expect(simulator.verdict).toContainText('Charged twice')
  },
  prevented: async simulator => {
    await runWith(simulator, 'per-payment')
    await expect(simulator.verdict).toContainText('Charged once')
  },
}

for (const { touch, ...viewport } of SIZES) {
  for (const theme of ['light', 'dark'] as const) {
    const pictureOf = (moment: string) => `${folder}/${viewport.width}-${theme}-${moment}.png`

    test.describe(`${viewport.width}×${viewport.height}, ${theme}`, () => {
      test.use({ viewport, hasTouch: touch, isMobile: touch, colorScheme: theme })

      test('pictures', async ({ simulator, page }) => {
        await simulator.open({ seed: 202, clock: 'manual' })
        await expect(simulator.chart).toBeVisible()
        await page.evaluate(() => document.fonts.ready)
        for (const [moment, reach] of Object.entries(MOMENTS)) {
          await reach(simulator)
          await settled(page)
          await page.screenshot({ path: pictureOf(moment), animations: 'disabled' })
        }
      })

      test('pictures of the faults', async ({ simulator, page }) => {
        test.slow()
        await simulator.open({ seed: 202, clock: 'manual' })
        await expect(simulator.chart).toBeVisible()
        await page.evaluate(() => document.fonts.ready)
        for (const [name, scene] of Object.entries(FAULT_SCENES)) {
          await enter(simulator, scene)
          await settled(page)
          // On a small screen the bank is below the first view: the whole page has it.
          const fullPage = viewport.width < 1280
          await page.screenshot({ path: pictureOf(name), animations: 'disabled', fullPage })
        }
      })

      test('pictures of the panels and pages', async ({ simulator, page }) => {
        test.slow()
        await simulator.open({ seed: 202, clock: 'manual' })
        await page.evaluate(() => document.fonts.ready)
        for (const [name, reach] of Object.entries(PANEL_SCENES)) {
          await reach(simulator)
          await settled(page)
          await page.screenshot({ path: pictureOf(name), animations: 'disabled', fullPage: true })
        }
      })

      test('pictures of the chapters', async ({ simulator, page }) => {
        test.setTimeout(300_000)
        await openChapter(simulator, '')
        await page.evaluate(() => document.fonts.ready)
        await page.screenshot({ path: pictureOf('learn'), animations: 'disabled', fullPage: true })
        for (const [chapter, scenes] of Object.entries(CHAPTER_SCENES)) {
          await openChapter(simulator, chapter)
          for (const [name, reach] of Object.entries(scenes)) {
            await reach(simulator)
            await settled(page)
            const path = pictureOf(`learn-${chapter}-${name}`)
            await page.screenshot({ path, animations: 'disabled', fullPage: true })
          }
        }
      })
    })
  }
}

/** As wide as course pages have them; 280 is the least that must do. */
const FRAME_WIDTHS = [280, 340, 640, 960]

for (const theme of ['light', 'dark'] as const) {
  test.describe(`frames, ${theme}`, () => {
    test.use({ colorScheme: theme })

    test('pictures of embedded scenes', async ({ simulator, page }) => {
      test.slow()
      const lock = { embed: 1, seed: 202, clock: 'manual', lock: 'keys,playback', hide: 'closer' }
      for (const route of ['', '#/twin'] as const) {
        await page.setViewportSize({ width: 960, height: 800 })
        await page.goto('about:blank')
        await simulator.open(lock, route)
        await expect(simulator.chart).toBeVisible()
        await page.evaluate(() => document.fonts.ready)
        await runWith(simulator, 'off')
        for (const width of FRAME_WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          await settled(page)
          const scene = route === '' ? 'room' : 'twin'
          const path = `${folder}/frame-${width}-${theme}-${scene}.png`
          await page.screenshot({ path, animations: 'disabled', fullPage: true })
        }
      }
    })
  })
}
