import type { Page } from 'playwright/test'
import { HIDEABLE } from '../src/embed/page-knobs.ts'
import { violations } from './axe.ts'
import { enter, FAULT_SCENES } from './fault-scenes.ts'
import { PANEL_SCENES } from './panel-scenes.ts'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

const pays = (...times: number[]) => ({ inputs: times.map(at => ({ at, type: 'pay' as const })) })

type States = Readonly<Record<string, (simulator: Simulator) => Promise<unknown>>>

/** The states to look at, each reached from the one before it: seed 202, manual clock. */
const STATES: States = {
  start: simulator => simulator.chart.waitFor(),
  'a request in flight': async simulator => {
    await simulator.call('pay')
    await simulator.call('advance', 300)
  },
  'the bank at work': simulator => simulator.call('seek', 800),
  'the answer lost': simulator => simulator.call('seek', 1900),
  unknown: simulator => simulator.call('runToEnd'),
  'a second attempt in flight': async simulator => {
    await simulator.call('pay')
    await simulator.call('advance', 1100)
  },
  'double charge': simulator => simulator.call('runToEnd'),
  'back in the past, with what comes later dimmed': simulator => simulator.call('seek', 1432),
  'the past changed': simulator => simulator.payAgain(),
  prevented: async simulator => {
    await simulator.call('load', { settings: { keys: 'per-payment' }, ...pays(0, 2500) })
    await simulator.call('runToEnd')
  },
  'ten attempts at once': async simulator => {
    await simulator.call('load', pays(...Array.from({ length: 10 }, (_, press) => press * 40)))
    await simulator.call('advance', 900)
  },
  paid: async simulator => {
    await simulator.call('load', { settings: { responseLoss: 0 }, ...pays(0) })
    await simulator.call('runToEnd')
  },
  'given up': async simulator => {
    await simulator.call('load', pays(0))
    await simulator.call('runToEnd')
    await simulator.call('newPayment')
  },
  failed: async simulator => {
    await simulator.call('load', { settings: { card: 'declined', responseLoss: 0 }, ...pays(0) })
    await simulator.call('runToEnd')
  },
  'everything open: every detail, the table, More settings': async simulator => {
    await simulator.place.getByRole('switch', { name: 'Every detail' }).click()
    await simulator.place.getByRole('button', { name: 'As a table' }).click()
    await simulator.openSettings()
  },
  'the link, its QR code and a caption shown': async simulator => {
    await simulator.share.click()
    await simulator.place.getByRole('button', { name: 'QR code' }).click()
    await simulator.place.getByRole('img', { name: /^QR code/ }).waitFor()
    await simulator.call('caption', 'The answer was lost, not the payment.')
  },
}

const FAULTS: States = Object.fromEntries(
  Object.entries(FAULT_SCENES).map(([name, scene]) => [name, simulator => enter(simulator, scene)]),
)

/** With its parts locked a page changes by its script alone. */
const LOCKED: States = {
  start: simulator => simulator.chart.waitFor(),
  'double charge': async simulator => {
    await simulator.call('load', pays(0, 2500))
    await simulator.call('runToEnd')
    await simulator.call('caption', 'The answer was lost, not the payment.')
  },
}

/** What axe-core finds in these states, one after the other; each finding once, with the states it is in. */
async function report(
  simulator: Simulator,
  page: Page,
  states: States,
  isLookedAt = (_state: string) => true,
): Promise<string> {
  const statesOf = new Map<string, string[]>()
  for (const [state, reach] of Object.entries(states)) {
    await reach(simulator)
    if (!isLookedAt(state)) continue
    for (const found of await violations(page)) statesOf.set(found, [...(statesOf.get(found) ?? []), state])
  }
  return [...statesOf].map(([found, names]) => `${found}\n  in: ${names.join(', ')}`).join('\n')
}

/** Of every panel and page the scene that has most in it; the full run takes all scenes. */
const FULLEST = [
  'diagram-detail',
  'explain-double-charge',
  'exports-preview',
  'twin-of-strategies',
  'scenarios',
  'builder',
  'presenter-double-charge',
]

for (const theme of ['light', 'dark']) {
  for (const width of [1280, 375]) {
    const viewport = { width, height: width === 375 ? 667 : 800 }
    // Each test looks at one setting a day; the full run takes all.
    const only = (day: boolean) => (day ? '' : ' @full')
    const states = only(theme === 'light' && width === 375)
    // The faults' looks change seldom: all four settings are looked at in the full run.
    const faults = only(false)
    const panels = only(theme === 'light' && width === 1280)

    test(`axe-core finds nothing, ${theme}, ${width} px, seed 202${states}`, async ({ simulator, page }) => {
      test.slow()
      await page.setViewportSize(viewport)
      // Notices from the start: about a value, a run, and a page that is not there.
      await simulator.open({ theme, clock: 'manual', motion: 'reduce', v: 9, run: 'x' })
      expect(await report(simulator, page, STATES)).toBe('')
    })

    test(`axe-core finds nothing in any fault, ${theme}, ${width} px, seed 202${faults}`, async ({
      simulator,
      page,
    }) => {
      test.slow()
      await page.setViewportSize(viewport)
      await simulator.open({ theme, clock: 'manual', motion: 'reduce' })
      expect(await report(simulator, page, FAULTS)).toBe('')
    })

    test(`axe-core finds nothing in any panel and page, ${theme}, ${width} px, seed 202${panels}`, async ({
      simulator,
      page,
    }) => {
      test.slow()
      await page.setViewportSize(viewport)
      await simulator.open({ theme, clock: 'manual', motion: 'reduce' })
      expect(Object.keys(PANEL_SCENES)).toEqual(expect.arrayContaining(FULLEST))
      const isLookedAt = (scene: string) => process.env.FULL !== undefined || FULLEST.includes(scene)
      expect(await report(simulator, page, PANEL_SCENES, isLookedAt)).toBe('')
    })

    test(`axe-core finds nothing in a frame with everything locked, ${theme}, ${width} px, seed 202${states}`, async ({
      simulator,
      page,
    }) => {
      await page.setViewportSize(viewport)
      const lock = HIDEABLE.join(',')
      await simulator.open({ theme, clock: 'manual', motion: 'reduce', embed: 1, lock, open: 'exports' })
      expect(await report(simulator, page, LOCKED)).toBe('')
    })
  }
}
