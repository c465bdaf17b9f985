import { SUB_PATH } from './host-server.ts'
import { coursePage, frame, HostPage, NOTES } from './hosts/host-page.ts'
import { test } from './hosts/hosted-test.ts'
import { sendHostileMessages } from './hosts/hostile-messages.ts'
import { query, Simulator } from './simulator.ts'
import { expect } from './test.ts'

test('seed 202: a frame is ready whichever side loads first, obeys commands, and tells each event once', async ({
  page,
  host,
  baseURL,
}) => {
  const src = `${baseURL}?${query({ seed: 202, embed: 1, clock: 'manual', lock: 'settings,playback' })}`
  // Said as soon as the frame has loaded, which is before it is ready.
  const early = `<script>document.getElementById('a').onload = ({ target }) => target.contentWindow.postMessage(
    { target: 'double-charge-simulator', v: 1, type: 'command', id: 'early', command: 'getState' }, '*')</script>`
  await page.goto(host.serve('/messages', coursePage(frame('a', src) + early, NOTES)))
  const hostPage = new HostPage(page)
  const ready = await hostPage.until('ready', 'a')
  expect(ready.data).toMatchObject({ source: 'double-charge-simulator', v: 1, payload: { version: 1 } })
  expect(ready.data.payload.height).toBeGreaterThan(300)
  expect((await hostPage.until('reply', 'a', 'early')).data.payload.result).toMatchObject({ timeMs: 0 })

  await hostPage.say('a', { type: 'hello', id: 'late' })
  expect((await hostPage.until('ready', 'a', 'late')).data.payload).toMatchObject({ version: 1 })

  await hostPage.say('a', { type: 'subscribe' })
  await hostPage.say('a', { type: 'subscribe' })
  await hostPage.result('a', 'pay')
  const waiting = hostPage.command('a', 'waitFor', 'attempt.timedOut')
  await hostPage.result('a', 'advance', 1000)
  expect(await hostPage.result('a', 'getState')).toMatchObject({ timeMs: 1000, status: 'paused' })
  await hostPage.result('a', 'runToEnd')
  expect(await waiting).toMatchObject({ ok: true, result: { kind: 'attempt.timedOut', attempt: 1 } })
  // A locked part binds the person, not the script.
  await hostPage.result('a', 'configure', { responseLoss: 0 })
  await hostPage.result('a', 'pay')
  const state = await hostPage.result('a', 'runToEnd')
  expect(state).toMatchObject({ balance: 80_000, settings: { responseLoss: 0 } })

  const trace = await hostPage.result('a', 'getTrace')
  const events = await hostPage.heard('event', 'a')
  expect(events.map(({ data }) => data.payload)).toEqual(trace)
  await expect
    .poll(async () => (await hostPage.heard('state', 'a')).at(-1)?.data.payload)
    .toEqual(await hostPage.result('a', 'getState'))

  const refused = await hostPage.command('a', 'seek', -1)
  expect(refused).toMatchObject({ ok: false, error: { name: 'BadValueError' } })
  expect(await hostPage.command('a', 'on', 'state')).toMatchObject({
    ok: false,
    error: { name: 'UnknownCommandError' },
  })
  expect(await hostPage.result('a', 'getTrace')).toEqual(trace)
})

test('seed 202: a frame tells at most ten states a second, and hears no other frame of the page', async ({
  page,
  host,
  baseURL,
}) => {
  const src = `${baseURL}?${query({ seed: 202, embed: 1, clock: 'manual' })}`
  const meddler = `<iframe id="meddler" title="Another" srcdoc="<script>
    for (const command of ['pay', 'newPayment', 'reset'])
      parent.frames[0].postMessage({ target: 'double-charge-simulator', v: 1, type: 'command', id: 1, command }, '*')
    parent.frames[0].postMessage({ target: 'double-charge-simulator', v: 1, type: 'subscribe' }, '*')
    parent.postMessage({ type: 'meddled' }, '*')
  </script>"></iframe>`
  await page.goto(host.serve('/rate', coursePage(frame('a', src), NOTES)))
  const hostPage = new HostPage(page)
  await hostPage.until('ready', 'a')
  const hash = await hostPage.result('a', 'traceHash')
  await page.evaluate(html => document.body.insertAdjacentHTML('beforeend', html), meddler)
  await page.waitForFunction(() => window.heard.some(({ from }) => from === 'meddler'))
  expect(await hostPage.result('a', 'traceHash')).toBe(hash)
  expect(await hostPage.heard('state', 'a')).toEqual([])

  await hostPage.result('a', 'pay')
  await hostPage.result('a', 'runToEnd')
  await hostPage.say('a', { type: 'subscribe' })
  // Each of these is another state.
  await page.evaluate(() => {
    const target = (document.getElementById('a') as HTMLIFrameElement).contentWindow
    const message = { target: 'double-charge-simulator', v: 1, type: 'command', command: 'seek' }
    for (let ms = 1; ms <= 200; ms += 1) target?.postMessage({ ...message, args: [ms * 10] }, '*')
  })
  await page.waitForFunction(() =>
    window.heard.some(({ data }) => data.type === 'state' && data.payload.timeMs === 2000),
  )
  const states = await hostPage.heard('state', 'a')
  const lastedMs = (states.at(-1)?.atMs ?? 0) - (states[0]?.atMs ?? 0)
  // The first at once, then one each 100 ms; a busy host may hear one late.
  expect(states.length).toBeLessThanOrEqual(lastedMs / 100 + 2)
  expect(states.at(-1)?.data.payload).toEqual(await hostPage.result('a', 'getState'))
})

test('seed 4401: 10,000 random and mangled messages of a hostile host change nothing', async ({
  page,
  host,
  baseURL,
}) => {
  const src = `${baseURL}?${query({ seed: 202, embed: 1, clock: 'manual' })}`
  await page.goto(host.serve('/hostile', coursePage(frame('a', src), NOTES)))
  const hostPage = new HostPage(page)
  await hostPage.until('ready', 'a')
  await hostPage.result('a', 'pay')
  await hostPage.result('a', 'runToEnd')
  const simulator = new Simulator(page.frames()[1] ?? page)
  const told = () =>
    simulator.place.evaluate(() => ({
      hash: window.doubleCharge.traceHash(),
      state: window.doubleCharge.getState(),
      prototype: Object.getOwnPropertyNames(Object.prototype).toSorted(),
      polluted: ['polluted', 'seed'].map(name => Reflect.get({}, name)),
    }))
  const before = await told()
  const sent = await page.evaluate(sendHostileMessages, { seed: 4401, count: 10_000 })
  expect(sent).toBe(10_000)
  expect(await hostPage.result('a', 'getState')).toEqual(before.state)
  expect(await told()).toEqual(before)
  const replies = await hostPage.heard('reply', 'a')
  const refused = replies.filter(({ data }) => data.payload.ok === false)
  // Some were well formed: they were refused in words, not ignored.
  expect(refused.length).toBeGreaterThan(1000)
  expect(new Set(refused.map(({ data }) => data.payload.error.name))).toEqual(
    new Set(['BadValueError', 'UnknownCommandError']),
  )
  await hostPage.result('a', 'pay')
  expect((await hostPage.result('a', 'runToEnd')).payments[0].attempts).toBe(2)
})

test('a host of opaque origin, and the frame of opaque origin within it, talk to each other @full', async ({
  page,
  host,
}) => {
  const src = `${host.origin.replace('localhost', '127.0.0.1')}${SUB_PATH}?${query({ seed: 202, embed: 1 })}`
  const inner = host.serve('/inner', coursePage(frame('a', src), NOTES))
  const outer = `<iframe title="A course" src="${inner}" sandbox="allow-scripts" width="1100" height="700"></iframe>`
  await page.goto(host.serve('/outer', coursePage(outer)))
  const course = page.frames()[1]
  if (!course) throw new Error('The page has no frame.')
  await course.waitForFunction(() => window.heard?.some(({ data }) => data.type === 'ready'))
  const reply = await course.evaluate(
    () =>
      new Promise<{ origin: string; balance: number }>(resolve => {
        window.addEventListener('message', ({ data, origin }) => {
          if (data.type === 'reply') resolve({ origin, balance: data.payload.result.balance })
        })
        window.frames[0]?.postMessage(
          { target: 'double-charge-simulator', v: 1, type: 'command', id: 1, command: 'getState' },
          '*',
        )
      }),
  )
  expect(reply).toEqual({ origin: 'null', balance: 100_000 })
})
