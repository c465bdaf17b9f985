import type { Page } from 'playwright/test'
import { enter, FAULT_SCENES } from './fault-scenes.ts'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'
import { visibleWords } from './visible-words.ts'

const PAY = { type: 'pay' } as const

/** The moments at which a layout is looked at, and how they are reached: seed 202, manual clock. */
const MOMENTS: Readonly<Record<string, (simulator: Simulator) => Promise<unknown>>> = {
  start: simulator => simulator.call('reset'),
  'double charge': async simulator => {
    await simulator.call('load', {
      inputs: [
        { at: 0, ...PAY },
        { at: 2500, ...PAY },
      ],
    })
    await simulator.call('runToEnd')
    await expect(simulator.verdict).toContainText('Charged twice')
  },
  prevented: async simulator => {
    await simulator.call('rerun', { keys: 'per-payment' })
    await simulator.call('runToEnd')
    await expect(simulator.verdict).toContainText('Charged once')
  },
}

async function sideways(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

test('at 320, 375, 768 and 1280 px nothing scrolls sideways', async ({ simulator, page }) => {
  await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
  for (const more of [false, true]) {
    if (more) await simulator.openSettings()
    for (const width of [320, 375, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const [moment, reach] of Object.entries(MOMENTS)) {
        await reach(simulator)
        await expect(simulator.chart).toBeVisible()
        await expect
          .poll(() => sideways(page), `${width} px, ${moment}${more ? ', with More settings open' : ''}`)
          .toBeLessThanOrEqual(0)
      }
    }
  }
})

for (const width of [320, 1280]) {
  test(`at ${width} px a fault makes nothing wider than its place, and the bank’s side holds it all @full`, async ({
    simulator,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
    if (width === 320) await page.getByRole('button', { name: /code/ }).click()
    for (const [name, scene] of Object.entries(FAULT_SCENES)) {
      await enter(simulator, scene)
      await expect(simulator.chart).toBeVisible()
      expect(await sideways(page), name).toBeLessThanOrEqual(0)
      if (width === 1280) await expect(simulator.chart, name).toBeInViewport({ ratio: 1 })
      const cut = await page.evaluate(() => {
        const parts = [
          ...document.querySelectorAll('[data-testid="handler"], [data-testid="handler"] > *'),
          ...document.querySelectorAll('table, ul[aria-label="Workers"], ul[aria-label="Workers"] > *'),
        ]
        const chart = document.querySelector('svg.recharts-surface')
        const edge = chart?.getBoundingClientRect().right ?? -1
        const beyond = [...(chart?.querySelectorAll('text') ?? [])].filter(
          text => text.getBoundingClientRect().right > edge,
        )
        const bank = document.querySelector('ul[aria-label="Workers"]')?.parentElement?.parentElement
        const high = bank && bank.scrollHeight > bank.clientHeight ? ['the bank scrolls'] : []
        return [
          ...beyond.map(text => `${text.textContent} leaves the chart`),
          ...parts.filter(part => part.scrollWidth > part.clientWidth).map(part => part.textContent),
          ...high,
        ]
      })
      expect(cut, name).toEqual([])
    }
  })
}

test('at 1280 and 820 px settings and events lie over nothing, however much is open', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
  await simulator.openSettings()
  await simulator.everyDetail.click()
  await simulator.call('load', {
    settings: { keys: 'off' },
    inputs: [0, 2500, 5000].map(at => ({ at, ...PAY })),
  })
  await simulator.call('runToEnd')
  for (const width of [1280, 820]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(simulator.root).toHaveAttribute('data-layout', width < 1100 ? 'compact' : 'wide')
    await expect(simulator.chart).toBeVisible()
    const bottom = async (part: typeof simulator.settings) => {
      const { y = Number.NaN, height = 0 } = (await part.boundingBox()) ?? {}
      return y + height
    }
    const { y: closerTop } = (await simulator.lookCloser.boundingBox()) ?? { y: Number.NaN }
    for (const part of [simulator.settings, simulator.events, simulator.balancePanel])
      expect(await bottom(part)).toBeLessThanOrEqual(closerTop)
    expect(closerTop).toBeGreaterThan(0)
  }
})

test('1280×800: verdict, stage, playback and the whole chart are in the first view', async ({
  simulator,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
  const parts = {
    verdict: simulator.verdict,
    stage: simulator.stage,
    playback: simulator.playButton,
    timeline: simulator.timeline,
    balance: simulator.balance,
    pay: simulator.payButton,
    keys: simulator.keysSwitch,
    chart: simulator.chart,
  }
  for (const [moment, reach] of Object.entries(MOMENTS)) {
    await reach(simulator)
    for (const [name, part] of Object.entries(parts)) {
      await expect(part, `${moment}: ${name}`).toBeInViewport({ ratio: 1 })
    }
    // The axis' figures are text of the chart: they too lie within it and within the view.
    const box = await simulator.chart.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 801), `${moment}: bottom of the chart`).toBeLessThanOrEqual(800)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  }
})

test.describe('375×667', () => {
  test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true })

  test('verdict, you and ledger, wires, and the bar are in the first view, in at most 60 words', async ({
    simulator,
    page,
  }) => {
    await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
    const parts = {
      verdict: simulator.verdict,
      belief: simulator.belief,
      balance: simulator.balance,
      requests: simulator.stage.getByRole('heading', { name: 'requests' }),
      answers: simulator.stage.getByRole('heading', { name: 'answers' }),
      pay: simulator.payButton,
      keys: simulator.keysSwitch,
    }
    for (const [moment, reach] of Object.entries(MOMENTS)) {
      await reach(simulator)
      for (const [name, part] of Object.entries(parts)) {
        await expect(part, `${moment}: ${name}`).toBeInViewport({ ratio: 1 })
      }
      const bar = await simulator.payButton.boundingBox()
      for (const packet of await simulator.packets.all()) {
        const box = await packet.boundingBox()
        const bottom = (box?.y ?? 0) + (box?.height ?? 0)
        expect(bottom, `${moment}: a packet lies above the bar`).toBeLessThanOrEqual(bar?.y ?? 0)
      }
      const words = await page.evaluate(visibleWords)
      expect(words.length, `${moment}: ${words.join(' ')}`).toBeLessThanOrEqual(60)
    }
  })

  test('ten requests that wait for a worker stand one behind the other, and close up @full', async ({
    simulator,
  }) => {
    await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
    const inputs = Array.from({ length: 10 }, (_, press) => ({ at: press * 20, ...PAY }))
    await simulator.call('load', { settings: { latency: '700-700', pause: 3000 }, inputs })
    const places = () =>
      simulator.packets.evaluateAll(packets =>
        packets.map(packet => packet.getBoundingClientRect()).filter(({ width }) => width < 30),
      )
    await simulator.call('seek', 930)
    const all = await places()
    expect(all).toHaveLength(8)
    for (const [index, place] of all.entries()) {
      const ahead = all[index - 1]
      if (ahead) expect(ahead.left - place.left, `disc ${index}`).toBeGreaterThanOrEqual(20)
    }
    // The last of them, alone in sight.
    await simulator.call('seek', 1570)
    await expect.poll(async () => (await places()).map(({ left }) => left)).toEqual([all[0]?.left])
  })

  test('what is touched is at least 44 px high', async ({ simulator, page }) => {
    await simulator.open({ seed: 202, clock: 'manual', motion: 'reduce' })
    await MOMENTS['double charge']?.(simulator)
    const small = await page.getByRole('button').evaluateAll(buttons =>
      buttons
        .filter(button => button.getClientRects().length > 0 && !button.matches('[data-testid="packet"]'))
        .map(button => ({ name: button.textContent, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44)
        .map(({ name, box }) => `${name}: ${box.width}×${box.height}`),
    )
    expect(small).toEqual([])
  })
})
