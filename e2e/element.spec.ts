import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import type { Methods } from '../src/element/methods.ts'
import { bundleCourseSite, renderCourseSite } from './hosts/course-site-bundle.ts'
import { coursePage } from './hosts/host-page.ts'
import { test } from './hosts/hosted-test.ts'
import { simulatorIn } from './hosts/only-frame.ts'
import { readRevealJs } from './hosts/packages.ts'
import { recipe } from './hosts/recipe.ts'
import { expect } from './test.ts'

type SimulatorElement = HTMLElement & Methods
type UpgradedFrame = HTMLIFrameElement & { doubleCharge: Methods }

declare global {
  interface Window {
    simulator: SimulatorElement
    told: [type: string, detail: unknown][]
  }
}

/** Notes the events of the page's first element, from before the script is there. */
const NOTES = `<script>
  window.told = []
  window.simulator = document.querySelector('double-charge-simulator')
  for (const type of ['ready', 'resize', 'state', 'event', 'ledger.charged'])
    window.simulator.addEventListener(type, ({ detail }) => window.told.push([type, detail]))
</script>`

const script = (home: string) => `<script src="${home}embed.js" async></script>`

test('seed 202: the element works as docs/embedding.md writes it, where the host forbids styles in markup', async ({
  page,
  host,
  home,
}) => {
  // Told at the pace of a test.
  const written = recipe('element', home).replace('keys="off"', 'keys="off" responseloss="0.5" speed="8"')
  const body = written + NOTES + recipe('methods', home) + script(home)
  const { origin } = new URL(home)
  const policy = `default-src 'none'; script-src 'unsafe-inline' ${origin}; style-src 'self'; frame-src ${origin}`
  const html = coursePage(body).replace(' style="margin:0"', '')
  await page.goto(host.serve('/element', html, { 'Content-Security-Policy': policy }))
  await expect(page.getByText('p1: 800 dollars are left')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByRole('link', { name: 'Open the Double Charge Simulator' })).toBeHidden()

  const simulator = await simulatorIn(page)
  const address = new URL(simulator.place.url())
  expect(address.origin + address.pathname).toBe(home)
  expect(address.searchParams.get('embed')).toBe('1')
  await expect(simulator.events).toHaveCount(0)
  const told = await page.evaluate(() => window.told)
  const types = (type: string) => told.filter(([each]) => each === type).map(([, detail]) => detail)
  expect(types('ready')).toEqual([{ version: 1, height: expect.any(Number) }])
  expect(types('ledger.charged')).toHaveLength(2)
  expect(types('event')).toEqual(await simulator.trace())
  expect(types('state').length).toBeGreaterThan(1)
  const frame = page.locator('double-charge-simulator iframe')
  await expect(frame).toHaveAttribute('title', 'Double Charge Simulator')
  await expect(frame).toHaveAttribute('allow', 'clipboard-write; fullscreen')
  const high = () => simulator.root.evaluate(root => Math.ceil(root.getBoundingClientRect().height))
  await expect
    .poll(async () => Math.abs(((await frame.boundingBox())?.height ?? 0) - (await high())))
    .toBeLessThan(2)

  const refused = await page.evaluate(() =>
    window.simulator.seek(-1).catch(({ name, message }: Error) => ({ name, message })),
  )
  expect(refused).toEqual({ name: 'BadValueError', message: expect.stringContaining('ms is -1') })
  // What no message can carry fails alone.
  const uncloned = await page.evaluate(() =>
    window.simulator.caption((() => {}) as never).catch((error: Error) => error.name),
  )
  expect(uncloned).toBe('DataCloneError')
})

test('seed 202: an iframe works bare, and marked it has the element’s methods, also when it comes later', async ({
  page,
  host,
  home,
}) => {
  await page.goto(host.serve('/iframe', coursePage(recipe('iframe', home))))
  const bare = await simulatorIn(page)
  await bare.pay()
  expect((await bare.state()).payments).toHaveLength(1)

  const [tag = '', frame = ''] = recipe('upgraded-iframe', home).split('</script>')
  await page.goto(host.serve('/upgraded', coursePage(`${tag}</script>`)))
  await page.waitForFunction(() => customElements.get('double-charge-simulator') !== undefined)
  const balance = await page.evaluate(async html => {
    document.body.insertAdjacentHTML('beforeend', html)
    const added = document.querySelector('iframe') as UpgradedFrame
    // Given what is marked when the page has been changed, which is told in a microtask.
    await Promise.resolve()
    await added.doubleCharge.pay()
    return (await added.doubleCharge.runToEnd()).balance
  }, frame)
  expect(balance).toBe(90_000)
  const high = await (await simulatorIn(page)).root.evaluate(root => root.getBoundingClientRect().height)
  await expect
    .poll(async () => Math.abs(((await page.locator('iframe').boundingBox())?.height ?? 0) - high))
    .toBeLessThan(2)
})

test('seed 7: an element is made, moved, changed, taken away and put back, and hears no other frame', async ({
  page,
  host,
  home,
}) => {
  const places = '<div id="one"></div><div id="two"></div>'
  await page.goto(host.serve('/life', coursePage(places + script(home))))
  await page.waitForFunction(() => customElements.get('double-charge-simulator') !== undefined)
  // Called before it is on the page.
  const paid = await page.evaluate(async () => {
    window.told = []
    window.simulator = document.createElement('double-charge-simulator') as SimulatorElement
    window.simulator.setAttribute('seed', '7')
    window.simulator.setAttribute('clock', 'manual')
    const note = ({ type, detail }: Event & { detail?: unknown }) => window.told.push([type, detail])
    for (const type of ['ready', 'state']) window.simulator.addEventListener(type, note)
    void window.simulator.pay()
    const end = window.simulator.runToEnd()
    document.getElementById('one')?.append(window.simulator)
    return end
  })
  expect(paid.payments).toHaveLength(1)
  const state = () => page.evaluate(() => window.simulator.getState())
  await expect.poll(() => page.evaluate(() => window.told.at(-1)?.[1])).toEqual(paid)
  const moved = await page.evaluate(() => {
    const waiting = window.simulator.waitFor('promise.broken').catch((error: Error) => error.message)
    document.getElementById('two')?.append(window.simulator)
    return waiting
  })
  expect(moved).toBe('The simulator was taken from the page before it answered.')
  expect(await state()).toEqual(paid)
  // What a script has done stays done, however soon it moves the element.
  const again = await page.evaluate(async () => {
    await window.simulator.pay()
    document.getElementById('one')?.append(window.simulator)
    return (await window.simulator.getState()).payments
  })
  expect(again).toMatchObject([{ attempts: 2 }])

  const heard = await page.evaluate(() => {
    const before = window.told.length
    const message = {
      source: 'double-charge-simulator',
      v: 1,
      type: 'state',
      payload: {},
    }
    const other = document.createElement('iframe')
    other.srcdoc = `<script>parent.postMessage(${JSON.stringify(message)}, '*')</script>`
    const said = new Promise(resolve =>
      window.addEventListener('message', ({ source }) => {
        if (source === other.contentWindow) resolve(window.told.length - before)
      }),
    )
    document.body.append(other)
    return said.finally(() => other.remove())
  })
  expect(heard).toBe(0)

  const changed = await page.evaluate(() => {
    window.simulator.setAttribute('seed', '8')
    window.simulator.setAttribute('pause', '100')
    return new Promise(resolve =>
      window.simulator.addEventListener('ready', () => resolve(window.simulator.getState()), { once: true }),
    )
  })
  expect(changed).toMatchObject({ seed: 8, payments: [], settings: { pause: 100 } })

  const removed = await page.evaluate(() => {
    window.simulator.remove()
    const before = window.simulator.getTrace().catch((error: Error) => error.message)
    return before
  })
  expect(removed).toBe('The simulator was taken from the page.')
  const back = await page.evaluate(() => {
    document.getElementById('one')?.append(window.simulator)
    return window.simulator.getState()
  })
  expect(back).toMatchObject({ seed: 8, settings: { pause: 100 } })
  // Each loading told once: nothing of an earlier life still listens.
  const readies = await page.evaluate(() => window.told.filter(([type]) => type === 'ready').length)
  expect(readies).toBe(5)
})

test('seed 202: a talk in an element fills the height it is given, and its bar stays in its place @full', async ({
  page,
  host,
  home,
}) => {
  const talk = '<double-charge-simulator presenter="1" height="560" clock="manual"></double-charge-simulator>'
  await page.goto(host.serve('/talk', coursePage(talk + script(home))))
  const { place } = await simulatorIn(page)
  const next = place.getByRole('button', { name: 'Next' })
  const placed = async () => {
    const { y = 0, height = 0 } = (await next.boundingBox()) ?? {}
    return [(await page.locator('iframe').boundingBox())?.height, y, height]
  }
  await expect(place.getByRole('heading', { name: 'The ghost' })).toBeVisible()
  const first = await placed()
  expect(first[0]).toBe(560)
  for (const caption of ['You press Pay.', 'The bank charges $100.', 'The answer is lost.']) {
    await next.click()
    await expect(place.getByRole('region', { name: 'Caption' })).toHaveText(caption)
    expect(await placed()).toEqual(first)
  }
})

test('the page of scenarios and a marked iframe are moved, and come back as they were asked for @full', async ({
  page,
  host,
  home,
}) => {
  const marked = recipe('upgraded-iframe', home).split('</script>')[1]
  const gallery = '<double-charge-simulator page="scenarios"></double-charge-simulator>'
  await page.goto(
    host.serve('/moved', coursePage(`<div id="one">${gallery}</div><div id="two"></div>${script(home)}`)),
  )
  const route = async () => (await simulatorIn(page)).root.getAttribute('data-route')
  await page.waitForFunction(() => customElements.get('double-charge-simulator') !== undefined)
  const answered = () =>
    page.evaluate(() => (document.querySelector('double-charge-simulator') as SimulatorElement).permalink())
  await answered()
  expect(await route()).toBe('scenarios')
  await page.evaluate(() =>
    document.querySelector('#two')?.append(document.querySelector('#one > *') as Node),
  )
  await answered()
  expect(await route()).toBe('scenarios')

  await page.evaluate(html => document.querySelector('#two')?.setHTMLUnsafe(html), marked ?? '')
  const moved = await page.evaluate(async () => {
    await Promise.resolve()
    const frame = document.querySelector('iframe') as UpgradedFrame
    await frame.doubleCharge.pay()
    document.querySelector('#one')?.append(frame)
    await Promise.resolve()
    return (await frame.doubleCharge.getState()).payments
  })
  expect(moved).toEqual([])
})

test('seed 202: a single-page site renders the element on its server, hydrates it, and leaves and finds it again', async ({
  page,
  host,
  home,
}) => {
  const embed = readFileSync(fileURLToPath(new URL('../dist/embed.js', import.meta.url)), 'utf8')
  // On the server there is no page: there it does nothing.
  expect(() => runInNewContext(embed, {})).not.toThrow()
  const html = renderCourseSite('/site/', script(home))
  expect(html).toContain('<double-charge-simulator seed="202" pause="0" hide="events">')
  expect(recipe('mdx', home)).toContain('<double-charge-simulator seed="202" hide="events">')
  host.serve('/site/client.js', await bundleCourseSite(), { 'Content-Type': 'text/javascript' })
  await page.goto(host.serve('/site/', html))
  const play = () =>
    page.evaluate(async () => {
      const simulator = document.querySelector('double-charge-simulator') as SimulatorElement
      await simulator.pay()
      return (await simulator.runToEnd()).balance
    })
  await page.waitForFunction(() => customElements.get('double-charge-simulator') !== undefined)
  expect(await play()).toBe(90_000)
  await page.getByRole('link', { name: 'Notes' }).click()
  await expect(page.getByRole('heading', { name: 'Notes' })).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Week 3: payments' })).toBeVisible()
  // React sets a property where an element has one; this one is a method, and a setting all the same.
  await expect(page.locator('double-charge-simulator')).toHaveAttribute('pause', '0')
  // A page that was left begins anew.
  expect(await play()).toBe(90_000)
  expect(page.frames()).toHaveLength(2)
})

test('seed 202: in a reveal.js deck the element waits on its slide, and works once that is shown @full', async ({
  page,
  host,
  home,
}) => {
  host.serve('/reveal.mjs', readRevealJs('reveal.mjs'), { 'Content-Type': 'text/javascript' })
  host.serve('/reveal.css', readRevealJs('reveal.css'), { 'Content-Type': 'text/css' })
  const deck = `<div class="reveal"><div class="slides"><section><h2>Payments</h2></section>
    ${recipe('reveal', home)}</div></div>
    <script type="module">import Reveal from '/reveal.mjs'
      window.deck = new Reveal()
      await window.deck.initialize()</script>`
  const head = `<link rel="stylesheet" href="/reveal.css">${script(home)}`
  await page.goto(host.serve('/deck', coursePage(deck, head)))
  await expect(page.getByRole('heading', { name: 'Payments' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Press Pay twice' })).toBeVisible()
  const simulator = await simulatorIn(page)
  await simulator.pay()
  expect((await simulator.state()).payments).toHaveLength(1)
  const frame = page.locator('double-charge-simulator iframe')
  await expect(frame).toBeVisible()
  await expect.poll(async () => (await frame.boundingBox())?.height ?? 0).toBeGreaterThan(100)
})
