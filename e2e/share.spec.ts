import type { Page } from 'playwright/test'
import { decodeQR } from 'qr/decode.js'
import { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

/** A payment whose answer is lost, watched as far as 1.2 s. */
async function openHalfway(simulator: Simulator): Promise<void> {
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('pay')
  await simulator.call('seek', 1200)
}

const selection = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement
    return field instanceof HTMLInputElement
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : ''
  })

test('seed 202: a link of this moment, or from the start @firefox-full', async ({ simulator, page }) => {
  await openHalfway(simulator)
  await simulator.share.click()
  const now = page.getByRole('radio', { name: 'At this moment (1.2 s)' })
  await expect(now).toBeFocused()
  const { href } = new URL(await simulator.call('permalink'))
  await expect(simulator.link).toHaveValue(href)
  await page.getByRole('radio', { name: 'From the start' }).check()
  const fromStart = await simulator.link.inputValue()
  await page.keyboard.press('Escape')
  await expect(simulator.link).toBeHidden()
  await expect(simulator.share).toBeFocused()

  const there = new Simulator(await page.context().newPage())
  for (const [link, timeMs] of [
    [href, '1200'],
    [fromStart, '0'],
  ] as const) {
    await there.place.goto(link)
    await there.ready()
    await expect(there.root).toHaveAttribute('data-time-ms', timeMs)
    await there.call('runToEnd')
    await expect(there.belief).toHaveAttribute('data-belief', 'unknown')
  }
})

test('Copy link puts the link into the clipboard where that is granted @full', async ({
  simulator,
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openHalfway(simulator)
  await simulator.share.click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await simulator.link.inputValue())
  await expect(simulator.status).toContainText('Copied the link.')
})

test('where the clipboard is refused the link is selected, to be copied by hand', async ({
  simulator,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await openHalfway(simulator)
  await simulator.share.click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText(/^The clipboard is refused here/).and(page.locator('p'))).toBeVisible()
  await expect(simulator.link).toBeFocused()
  expect(await selection(page)).toBe(await simulator.call('permalink'))
  await page.getByRole('button', { name: 'Close sharing' }).click()
  await expect(simulator.link).toBeHidden()
})

test('without permission, on plain http, the link is copied the old way @full', async ({
  simulator,
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await openHalfway(simulator)
  await simulator.share.click()
  const link = await simulator.link.inputValue()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused()
  await page.evaluate(() => document.body.append(document.createElement('textarea')))
  await page.locator('textarea').focus()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(page.locator('textarea')).toHaveValue(link)
})

test('Share… hands the link to the device @full', async ({ simulator, page }) => {
  await page.addInitScript(() => {
    const shared: unknown[] = []
    Object.assign(window, { shared })
    navigator.share = async data => {
      shared.push(data)
      if (shared.length > 1) throw new DOMException('', 'AbortError')
    }
  })
  await openHalfway(simulator)
  await simulator.share.click()
  const button = page.getByRole('button', { name: 'Share…' })
  await button.click()
  await button.click()
  const url = await simulator.link.inputValue()
  const data = { title: 'Double Charge Simulator', url }
  expect(await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared)).toEqual([data, data])
  await expect(page.getByText(/cannot share/)).toHaveCount(0)
})

for (const theme of ['light', 'dark']) {
  test(`the QR code is read as the link, ${theme} @full`, async ({ simulator, page }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' })
    await openHalfway(simulator)
    await simulator.share.click()
    await page.getByRole('button', { name: 'QR code' }).click()
    const code = page.getByRole('img', { name: 'QR code of the link, at this moment' })
    await expect(code).toBeVisible()
    const picture = (await code.screenshot()).toString('base64')
    const { width, height, pixels } = await page.evaluate(async png => {
      const bytes = Uint8Array.from(atob(png), character => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const size = { width: bitmap.width, height: bitmap.height }
      const context = Object.assign(document.createElement('canvas'), size).getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      return { ...size, pixels: [...(context?.getImageData(0, 0, size.width, size.height).data ?? [])] }
    }, picture)
    expect(decodeQR({ width, height, data: Uint8Array.from(pixels) })).toBe(await simulator.link.inputValue())
  })
}
