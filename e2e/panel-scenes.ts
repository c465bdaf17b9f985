import type { DoubleCharge } from '../src/embed/api-types.ts'
import type { Simulator } from './simulator.ts'
import { expect } from './test.ts'

type Session = Parameters<DoubleCharge['load']>[0]

const pays = (...times: number[]) => times.map(at => ({ at, type: 'pay' as const }))

async function runs(simulator: Simulator, session: Session) {
  await simulator.call('load', session)
  await simulator.call('runToEnd')
}

const press = (simulator: Simulator, name: string) =>
  simulator.place.getByRole('button', { name, exact: true }).click()

/** Goes to another page of the app and waits until it stands. */
async function goTo(simulator: Simulator, route: 'room' | 'twin' | 'scenarios' | 'embed') {
  await simulator.place.evaluate(
    hash => {
      window.location.hash = hash
    },
    route === 'room' ? '#/' : `#/${route}`,
  )
  await expect(simulator.root).toHaveAttribute('data-route', route)
  const heading = { room: 'Settings', twin: 'Balance', scenarios: 'The bank', embed: 'Preview' }[route]
  await simulator.place.getByRole('heading', { name: heading }).first().waitFor({ state: 'attached' })
}

/** The frame in the builder shows a simulator. */
const previewStands = async ({ place }: Simulator) =>
  expect(place.frameLocator('iframe').getByTestId('simulator')).toBeVisible()

/** Opens the talk there is, with the page as it is set otherwise. */
async function present(simulator: Simulator) {
  await simulator.place.evaluate(() => {
    const address = new URL(window.location.href)
    for (const name of ['run', 'scenario', 'open']) address.searchParams.delete(name)
    address.searchParams.set('presenter', '1')
    address.hash = ''
    window.location.href = address.href
  })
  await simulator.place.getByText('Chapter 1 of 5').waitFor()
}

/** Goes on so many times. */
async function next(simulator: Simulator, times: number) {
  for (let time = 0; time < times; time += 1) await press(simulator, 'Next')
}

const STORY: Session = { inputs: pays(0, 3000) }

/** Every panel and page beside the main room in its states, each reached from the one before it: seed 202, manual clock. */
export const PANEL_SCENES: Readonly<Record<string, (simulator: Simulator) => Promise<unknown>>> = {
  'diagram-empty': async simulator => {
    await press(simulator, 'Space-time diagram')
    await simulator.place.getByRole('region', { name: 'Space-time diagram' }).waitFor()
  },
  'diagram-double-charge': async simulator => {
    await runs(simulator, STORY)
    await simulator.place
      .getByRole('button', { name: /The bank charges \$100 a second time/ })
      .last()
      .click()
  },
  'diagram-detail': async simulator => {
    await runs(simulator, {
      settings: { keys: 'per-payment', server: 'set-nx', crash: 'after-record', duplicate: 1 },
      inputs: pays(0, 200, 3000),
    })
    const diagram = simulator.place.getByRole('region', { name: 'Space-time diagram' })
    await diagram.getByRole('switch', { name: 'Every detail' }).click()
    await press(simulator, 'What the shapes mean')
  },
  'explain-nothing': async simulator => {
    await simulator.call('reset')
    await press(simulator, 'Explain')
    await simulator.place.getByRole('region', { name: 'Explain a double charge' }).waitFor()
  },
  'explain-double-charge': async simulator => {
    await runs(simulator, { ...STORY, settings: { keys: 'off' } })
    await simulator.place.getByRole('heading', { name: 'What does not help' }).waitFor()
  },
  'explain-race': async simulator => {
    await runs(simulator, {
      settings: { keys: 'per-payment', server: 'check-then-act', responseLoss: 0 },
      inputs: pays(0, 60, 90),
    })
    await simulator.place.getByRole('heading', { name: 'What does not help' }).waitFor()
  },
  'exports-nothing': async simulator => {
    await simulator.call('reset')
    await press(simulator, 'Exports')
    await simulator.place.getByRole('heading', { name: 'Exports', exact: true }).waitFor()
  },
  'exports-preview': async simulator => {
    await runs(simulator, STORY)
    await simulator.place
      .getByRole('button', { name: /^Preview/ })
      .last()
      .click()
    await simulator.place.getByText('@playwright/test').first().waitFor()
  },
  'twin-start': async simulator => {
    await simulator.call('reset')
    await goTo(simulator, 'twin')
  },
  'twin-double-charge': async simulator => {
    await runs(simulator, STORY)
    await simulator.place.getByTestId('parting').waitFor()
  },
  'twin-of-strategies': async simulator => {
    await runs(simulator, { settings: { keys: 'per-payment', responseLoss: 0 }, inputs: pays(0, 60) })
    const { place } = simulator
    await place.getByRole('combobox', { name: 'What differs' }).selectOption({ label: 'Server strategy' })
    const folded = place.getByRole('button', { name: 'The bank', expanded: false })
    while ((await folded.count()) > 0) await folded.first().click()
    await press(simulator, 'As a table')
  },
  scenarios: simulator => goTo(simulator, 'scenarios'),
  'scenario-asked': async simulator => {
    await simulator.place.getByRole('link', { name: 'The ghost', exact: true }).click()
    await expect(simulator.notice(/Was the money taken\?/)).toBeVisible()
  },
  'scenario-seen': async simulator => {
    await simulator.call('runToEnd')
    await expect(simulator.notice(/^The ghost\. The answer was lost/)).toBeVisible()
  },
  builder: async simulator => {
    await goTo(simulator, 'embed')
    await previewStands(simulator)
  },
  'builder-all-locked': async simulator => {
    const { place } = simulator
    const parts = place.getByRole('button', { name: 'Shown, locked or hidden' })
    if ((await parts.getAttribute('aria-expanded')) === 'false') await parts.click()
    for (const part of await place.getByRole('radio', { name: 'Locked' }).all()) await part.check()
    await expect(place.getByText(/nobody can press Pay/)).toBeVisible()
    await previewStands(simulator)
  },
  'builder-single-file': async simulator => {
    const { place } = simulator
    await press(simulator, 'Start over')
    await place.getByRole('button', { name: 'Frame and build' }).click()
    await place.getByRole('radio', { name: 'Single file' }).check()
    await place.getByRole('textbox', { name: 'Address of the file' }).fill('file:///home/ada')
    await place.getByRole('radio', { name: 'embed.js' }).check()
    await expect(place.getByText(/is not part of the single file/)).toBeVisible()
    await previewStands(simulator)
  },
  'presenter-card': present,
  'presenter-answer-lost': async simulator => {
    await next(simulator, 3)
    await expect(simulator.caption).toHaveText('The answer is lost.')
  },
  'presenter-double-charge': async simulator => {
    await next(simulator, 10)
    await expect(simulator.caption).toHaveText(/^The first payment had worked/)
  },
  'presenter-race': async simulator => {
    await next(simulator, 15)
    await expect(simulator.caption).toHaveText(/second time/)
  },
  'presenter-keys': async simulator => {
    await press(simulator, 'Keyboard')
    await simulator.place.getByRole('region', { name: 'Keys' }).waitFor()
  },
  'presenter-blank': async simulator => {
    await press(simulator, 'Blank screen')
    await simulator.place.getByRole('button', { name: 'Show the screen again' }).waitFor()
  },
}
