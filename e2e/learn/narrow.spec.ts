import { expect, test } from '../test.ts'
import { CHAPTER_SCENES, openChapter } from './scenes.ts'

for (const [chapter, scenes] of Object.entries(CHAPTER_SCENES))
  test(`at 320 px nothing of chapter ${chapter} scrolls sideways or is cut off, seed 202 @full`, async ({
    simulator,
    page,
  }) => {
    test.slow()
    await page.setViewportSize({ width: 320, height: 700 })
    await openChapter(simulator, chapter)
    for (const [scene, reach] of Object.entries(scenes)) {
      await reach(simulator)
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(beyond, scene).toBeLessThanOrEqual(0)
    }
  })
