import { HEIGHT_HOSTS } from './hosts/height-hosts.ts'
import { coursePage, frame, HostPage, NOTES } from './hosts/host-page.ts'
import { test } from './hosts/hosted-test.ts'
import { readOpenIframeResizer } from './hosts/packages.ts'
import { query, Simulator } from './simulator.ts'
import { expect } from './test.ts'

/** Waits until a frame has drawn twice: what its last change led to has been said by then. */
const drawnTwice = (simulator: Simulator) =>
  simulator.place.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )

test('frames are as high as they say in each host’s words, never grow for ever, and are silent with resize=off', async ({
  page,
  host,
  baseURL,
}) => {
  // Side by side and in sight: what cannot be seen is measured seldom.
  await page.setViewportSize({ width: 2100, height: 2400 })
  const src = `${baseURL}?${query({ seed: 202, embed: 1, clock: 'manual', hide: 'balance,events,closer' })}`
  const narrow = (id: string, kind: string, more = '') =>
    frame(id, src + more, `data-host="${kind}"`).replace('width:1000px', 'width:400px;vertical-align:top')
  const library = host.serve('/open-iframe-resizer.js', readOpenIframeResizer(), {
    'Content-Type': 'text/javascript',
  })
  const body = [
    // It begins without any size, as in a tab that is not open yet.
    narrow('own', 'own').replace('width:400px', 'width:0px').replace('height:600px', 'height:0px'),
    narrow('canvas', 'canvas'),
    narrow('h5p', 'h5p'),
    narrow('library', 'library'),
    narrow('off', 'own canvas h5p', '&resize=off'),
    `<script>${HEIGHT_HOSTS}</script>`,
    `<script type="module">import { initialize } from '${library}'
      await initialize({}, '#library')</script>`,
  ]
  await page.goto(host.serve('/heights', coursePage(body.join(''), NOTES)))
  const hostPage = new HostPage(page)
  const ids = ['own', 'canvas', 'h5p', 'library', 'off']
  for (const id of ids) await hostPage.until('ready', id)
  await page.evaluate(() => {
    const own = document.getElementById('own') as HTMLIFrameElement
    own.style.width = '400px'
  })
  const heights = () =>
    page.evaluate(
      all => all.map(id => Math.round(document.getElementById(id)?.getBoundingClientRect().height ?? 0)),
      ids,
    )
  const simulators = page
    .frames()
    .slice(1)
    .map(each => new Simulator(each))
  const wanted = async () =>
    Math.ceil((await simulators[0]?.root.evaluate(root => root.getBoundingClientRect().height)) ?? 0)
  const follow = async () => {
    await expect
      .poll(async () => {
        const high = await wanted()
        const found = (await heights()).slice(0, 4)
        return found.map(height => Math.abs(height - high) < 2)
      })
      .toEqual([true, true, true, true])
    return wanted()
  }
  const first = await follow()
  expect(first).toBeGreaterThan(400)
  await expect(page.locator('#h5p')).toHaveAttribute('data-greeted', 'yes')

  // As much narrower as makes it higher; and back, so that it shrinks as well.
  const widen = (width: number) =>
    page.evaluate(px => {
      for (const each of document.querySelectorAll('iframe')) each.style.width = `${px}px`
    }, width)
  await widen(250)
  await expect.poll(wanted).toBeGreaterThan(first)
  await follow()
  await widen(400)
  await expect.poll(wanted).toBe(first)
  await follow()
  for (const simulator of simulators.slice(0, 4)) {
    const hidden = await simulator.place.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    )
    expect(hidden).toBeLessThanOrEqual(0)
  }

  // A host that gives more than was asked for is not asked for more.
  const said = await page.evaluate(() => {
    const before = window.heard.length
    for (const each of document.querySelectorAll('iframe')) each.style.height = `${each.clientHeight + 200}px`
    return before
  })
  for (const simulator of simulators) await drawnTwice(simulator)
  const more = await page.evaluate(from => window.heard.slice(from).map(({ data }) => data), said)
  expect(more).toEqual([])
  const silent = await page.evaluate(() => window.heard.filter(({ from }) => from === 'off'))
  expect(silent.map(({ data }) => data.type)).toEqual(['ready'])
})
