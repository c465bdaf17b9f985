import { violations } from '../axe.ts'
import { expect, test } from '../test.ts'
import { CHAPTER_SCENES, openChapter } from './scenes.ts'

for (const theme of ['light', 'dark'])
  for (const width of [1280, 375]) {
    const daily = theme === 'dark' && width === 375 ? '' : ' @full'
    for (const [chapter, scenes] of Object.entries(CHAPTER_SCENES))
      test(`axe-core finds nothing in chapter ${chapter}, ${theme}, ${width} px, seed 202${daily}`, async ({
        simulator,
        page,
      }) => {
        test.slow()
        await page.setViewportSize({ width, height: 800 })
        await openChapter(simulator, chapter, { theme })
        const last = Object.keys(scenes).at(-1)
        for (const [scene, reach] of Object.entries(scenes)) {
          await reach(simulator)
          // The last scene has most in it; the full run looks at each.
          if (process.env.FULL === undefined && scene !== last) continue
          expect(await violations(page), scene).toEqual([])
        }
      })
  }
