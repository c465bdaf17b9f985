import type { Page } from 'playwright/test'

/** Waits until nothing has moved or changed for some frames: springs, and the chart, which draws later than the rest. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    const isMoving = () => document.getAnimations().some(({ playState }) => playState === 'running')
    let before = ''
    while (isMoving() || document.body.outerHTML !== before) {
      before = document.body.outerHTML
      for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame)
    }
  })
