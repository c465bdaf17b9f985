import type { Locator } from 'playwright/test'
import { doc, means, type Named, namedIn, type Row, rolesTable } from './roles-table.ts'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

const PAY = { type: 'pay' } as const
const TWICE = {
  settings: { seed: 202 },
  inputs: [
    { at: 0, ...PAY },
    { at: 2500, ...PAY },
  ],
}
const RACE: Parameters<Window['doubleCharge']['load']>[0] = {
  settings: { seed: 3, keys: 'per-payment', server: 'check-then-act', responseLoss: 0 },
  inputs: [
    { at: 0, ...PAY },
    { at: 150, ...PAY },
  ],
}

const SHARED = ['On every page', 'Playback, in the main room and the twin']
const ROOM = [...SHARED, 'The main room']
const TWIN = [...SHARED, 'The twin']
const SCENARIOS = ['On every page', 'Scenarios']

/** A moment, and the tables that tell of what is there. */
interface Moment {
  readonly tables: readonly string[]
  readonly reach: (simulator: Simulator) => Promise<unknown>
}

/** One after the other, so that together they show all there is. */
const MOMENTS: readonly Moment[] = [
  {
    tables: ROOM,
    reach: async simulator => {
      await simulator.open({ seed: 202 })
      await expect(simulator.everyDetail).toBeVisible()
    },
  },
  // Slow, so that it plays for as long as it is looked at.
  {
    tables: ROOM,
    reach: async simulator => {
      await simulator.speed.selectOption('0.25×')
      await simulator.pay()
      await expect(simulator.pauseButton).toBeVisible()
    },
  },
  {
    tables: ROOM,
    reach: async simulator => {
      await simulator.call('load', TWICE)
      await simulator.call('runToEnd')
      await simulator.call('caption', 'Charged twice, meant once.')
      await simulator.share.click()
      await expect(simulator.link).toBeVisible()
    },
  },
  {
    tables: ROOM,
    reach: async simulator => {
      await simulator.share.click()
      await simulator.diagramButton.click()
      await expect(simulator.place.getByRole('switch', { name: 'Every detail in the diagram' })).toBeVisible()
    },
  },
  {
    tables: ROOM,
    reach: async simulator => {
      await simulator.explainButton.click()
      await expect(simulator.place.getByRole('link', { name: /^See it side by side/ }).first()).toBeVisible()
    },
  },
  {
    tables: ROOM,
    reach: async simulator => {
      await simulator.exportsButton.click()
      await expect(simulator.place.getByRole('button', { name: /^Save .*\.spec\.ts/ })).toBeVisible()
      await simulator.rerunKeysOn.click()
      await simulator.call('runToEnd')
      await expect(simulator.rerunKeysOff).toBeVisible()
    },
  },
  {
    tables: ROOM,
    reach: async simulator => {
      await simulator.exportsButton.click()
      await simulator.call('load', RACE)
      await simulator.call('runToEnd')
      await expect(simulator.rerunInOneTransaction).toBeVisible()
    },
  },
  {
    tables: TWIN,
    reach: async simulator => {
      await simulator.twinLink.click()
      await simulator.call('load', TWICE)
      await simulator.call('runToEnd')
      await expect(simulator.twinSecond.balance).toHaveText('$900.00')
      await expect(simulator.parting).toBeVisible()
      await expect(simulator.chart).toBeVisible()
    },
  },
  {
    tables: SCENARIOS,
    reach: async simulator => {
      await simulator.scenariosLink.click()
      await expect(simulator.scenario('The ghost')).toBeVisible()
    },
  },
]

/** What the page object calls by this name; undefined where it is no part of the page. */
const partOf = (simulator: Simulator, member: string) =>
  (simulator as unknown as Record<string, Locator | undefined>)[member]

/** Whether the page object's part is, at this moment, what the row says it is. */
async function isPart(simulator: Simulator, { member = '' }: Row, { role, name }: Named): Promise<boolean> {
  const named = simulator.place.getByRole(role as 'button', { name, exact: true })
  return ((await partOf(simulator, member)?.and(named).count()) ?? 0) > 0
}

test('docs/scripting.md names each region and control of room, twin and scenarios, and nothing else', async ({
  simulator,
}) => {
  test.slow()
  const rows = rolesTable()
  const parts = Object.keys(simulator).filter(name => name !== 'place')
  expect(parts.filter(name => !doc.includes(`\`${name}\``))).toEqual([])

  const unseen = new Set(rows)
  const unnamed = new Set<string>()
  for (const { tables, reach } of MOMENTS) {
    await reach(simulator)
    for (const named of namedIn(await simulator.place.locator('body').ariaSnapshot())) {
      const meant = rows.filter(row => tables.includes(row.page) && means(row, named))
      if (meant.length === 0) unnamed.add(`${named.role} ${named.name}`)
      for (const row of meant)
        if (unseen.has(row) && (!row.member || (await isPart(simulator, row, named)))) unseen.delete(row)
    }
  }
  expect([...unnamed]).toEqual([])
  expect([...unseen].map(({ page, role, name }) => `${page}: ${role} ${name}`)).toEqual([])
})
