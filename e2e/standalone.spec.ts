import { writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { query, Simulator } from './simulator.ts'
import { expect, test } from './test.ts'
import { doubleChargeAndCure, openPanels, visitPages } from './walk.ts'

const file = pathToFileURL(fileURLToPath(new URL('../dist/standalone.html', import.meta.url))).href

// What a file:// page asks beside itself would show here: there is no such origin among these.
test.use({ allowedOrigins: ['null'] })

test('seed 202: the single file, opened from the disk, has everything in it @firefox-full', async ({
  page,
  context,
  simulator,
}) => {
  const asked: string[] = []
  context.on('request', request => asked.push(request.url()))
  await page.goto(`${file}?${query({ seed: 202, speed: 8 })}`)
  await simulator.ready()
  await expect(simulator.chart).toBeVisible()
  await doubleChargeAndCure(simulator)
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`)
  })
  expect(fonts).toEqual(['Inter Variable loaded', 'JetBrains Mono Variable loaded'])
  const link = await simulator.call('permalink')
  await openPanels(simulator)
  await visitPages(simulator)
  // The chapters are not in it, and it says where they are.
  await simulator.learnLink.click()
  await expect(page.getByText(/^The chapters bring databases/)).toBeVisible()
  const foreign = asked.filter(url => !url.startsWith(file) && !/^(data|blob):/.test(url))
  expect(foreign).toEqual([])

  expect(link).toMatch(/^file:.*standalone\.html\?.*run=/)
  const there = new Simulator(await context.newPage())
  await there.place.goto(link)
  await there.ready()
  await expect(there.balance).toHaveText('$900.00')
  await expect(there.verdict).toContainText('Charged once, in 2 attempts')
})

test('seed 202: a page on the disk frames the single file @full', async ({ page }, testInfo) => {
  const host = testInfo.outputPath('host.html')
  const src = `${file}?${query({ seed: 202, speed: 8, embed: 1, keys: 'per-payment' })}`.replaceAll(
    '&',
    '&amp;',
  )
  await writeFile(
    host,
    `<!doctype html><title>Week 3</title><iframe title="Simulator" src="${src}" sandbox="allow-scripts" width="1000" height="700"></iframe>`,
  )
  await page.goto(pathToFileURL(host).href)
  const frame = page.frames()[1]
  if (!frame) throw new Error('The page has no such frame.')
  const simulator = new Simulator(frame)
  await simulator.ready()
  await simulator.setKeys(false)
  await doubleChargeAndCure(simulator)
})
