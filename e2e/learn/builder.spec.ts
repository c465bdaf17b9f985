import { expect, test } from '../test.ts'

test('a lab of a chapter is built into a frame, which shows it alone @full', async ({ simulator, page }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await page.evaluate(() => {
    window.location.hash = '#/embed'
  })
  await page.getByRole('radio', { name: 'A lab' }).check()
  await page.getByRole('combobox', { name: 'Chapter' }).selectOption('networks')
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('region', { name: 'Lab: The scary reality of networks' })).toBeVisible()
  await expect(frame.getByRole('heading', { name: 'What to notice' })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: /^Snippet/ })).toHaveValue(/\?embed=1#\/learn\/networks/)
})
