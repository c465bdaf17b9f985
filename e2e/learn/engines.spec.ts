import type { Page } from 'playwright/test'
import { expect, test } from '../test.ts'
import { runScript } from './race-condition.scenes.ts'
import { openChapter } from './scenes.ts'
import { SqlLab } from './sql.ts'

/** What a browser says on its own of what it could not have. */
const NOT_HAD = [
  /Failed to (load resource|fetch)|ERR_|WebAssembly|Content Security Policy|TrustedScript|wasm/i,
]
const ENDLESS = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c'

const absent = (page: Page, name: string) => page.getByText(`${name} could not be started in this page.`)
const recorded = (page: Page, name: string) =>
  page.getByText(new RegExp(`^Recorded: ${name} \\d+\\.`)).first()

test.describe('offline', () => {
  test.use({ allowedErrors: NOT_HAD })
  test.afterEach(({ page }) => page.context().setOffline(false))

  test('the databases answer what was recorded, marked so, and are there again with the network @full', async ({
    simulator,
    page,
  }) => {
    test.slow()
    await openChapter(simulator, 'unique-constraint')
    const lab = new SqlLab(page)
    await lab.ready()
    await page.context().setOffline(true)

    await test.step('Postgres, asked for the first time', async () => {
      await page.getByRole('button', { name: /^Load Postgres/ }).click()
      await expect(absent(page, 'Postgres')).toBeVisible()
      await lab.choose('Database', 'Postgres')
      await expect(recorded(page, 'Postgres')).toBeVisible()
      await expect(recorded(page, 'SQLite')).toHaveCount(0)
      await lab.button('Skip the prediction').click()
      await expect(lab.said).toContainText('23505')
      await expect(lab.prediction.getByRole('row', { name: /What did the second INSERT say/ })).toContainText(
        'An error',
      )
      await expect(page.getByLabel('How it ended')).toContainText('200 paid already')
    })

    await test.step('SQLite, stopped, cannot be fetched again', async () => {
      await lab.choose('Database', 'SQLite')
      await expect(page.getByText(/^SQLite 3\.\d+\.\d+$/).first()).toBeVisible()
      await lab.run(ENDLESS)
      await expect(
        page.getByTestId('chapter').getByText(/It took longer than 4 s, and was stopped/),
      ).toBeVisible({ timeout: 15_000 })
      await expect(absent(page, 'SQLite')).toBeVisible()
      await expect(recorded(page, 'SQLite')).toBeVisible()
      await lab.run('SELECT 42')
      await expect(
        page.getByTestId('chapter').getByText('Only what the chapter itself asks was recorded.'),
      ).toBeVisible()
      await lab.button('Predict again').click()
      await lab.button('Skip the prediction').click()
      await expect(lab.said).toContainText('UNIQUE constraint failed: payments.idempotency_key')
    })

    await test.step('with the network it is there again', async () => {
      await page.context().setOffline(false)
      await lab.button('Try again').first().click()
      await expect(absent(page, 'SQLite')).toHaveCount(0)
      await expect(page.getByText(/^SQLite 3\.\d+\.\d+$/).first()).toBeVisible()
      await lab.run('SELECT 42 AS x')
      await expect(page.getByRole('region', { name: 'Rows of line 1' })).toContainText('42')
    })
  })

  test('Lua, stopped, answers what was recorded, and is there again with the network @full', async ({
    simulator,
    page,
  }) => {
    await openChapter(simulator, 'race-condition')
    await runScript(simulator, 1, '(integer) 1')
    await page.context().setOffline(true)
    await page.getByLabel('The script').fill('while true do end')
    await runScript(simulator, 1, 'stopped: it did not end')
    await expect(page.getByText('This Redis is as it was before.')).toBeVisible()
    await page.getByRole('button', { name: 'Run as worker 2' }).click()
    await expect(page.getByText(/^The Lua engine could not be had here: /)).toBeVisible()
    await expect(page.getByText('This Redis is as it was before.')).toHaveCount(0)
    const runs = page.getByRole('list', { name: 'Runs, the newest first' }).getByRole('listitem')
    await expect(runs).toHaveText([/^worker 2\(integer\) 0recorded/, /^worker 1\(integer\) 1recorded/])
    await page.context().setOffline(false)
    await page.getByLabel('The script').fill('return 7')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(runs.first()).toContainText('worker 2(integer) 7')
  })
})

for (const policy of ["require-trusted-types-for 'script'", "worker-src 'none'"])
  test.describe(`under ${policy}`, () => {
    test.use({ allowedErrors: NOT_HAD })

    test('both labs say that there is no engine, and show what was recorded @full', async ({
      simulator,
      page,
    }) => {
      await page.route(/\/(\?|$)/, async route => {
        const response = await route.fetch()
        const headers = { ...response.headers(), 'content-security-policy': policy }
        await route.fulfill({ response, headers })
      })
      await openChapter(simulator, 'unique-constraint')
      const lab = new SqlLab(page)
      await expect(absent(page, 'SQLite')).toBeVisible()
      await expect(recorded(page, 'SQLite')).toBeVisible()
      await lab.button('Run').click()
      await expect(lab.said).toContainText('UNIQUE constraint failed: payments.idempotency_key')
      await openChapter(simulator, 'race-condition')
      await page.getByRole('button', { name: 'Run as worker 1' }).click()
      await expect(page.getByText(/^The Lua engine could not be had here: /)).toBeVisible()
      await expect(page.getByTestId('lua-problem')).toBeEmpty()
      await expect(
        page.getByRole('list', { name: 'Runs, the newest first' }).getByRole('listitem'),
      ).toHaveText([/^worker 2\(integer\) 0recorded/, /^worker 1\(integer\) 1recorded/])
    })
  })

test('an engine that nothing comes of is said to be fetched, and then to be absent @full', async ({
  simulator,
  page,
}) => {
  test.slow()
  await page.route('**/*.wasm', () => {})
  await openChapter(simulator, 'deletes')
  await expect(page.getByText('Fetching SQLite …').first()).toBeVisible()
  await expect(absent(page, 'SQLite')).toContainText('Nothing came for 15 s.', { timeout: 25_000 })
  await expect(recorded(page, 'SQLite')).toBeVisible()
  await page.unroute('**/*.wasm')
  await page.getByRole('button', { name: 'Try again' }).click()
  await new SqlLab(page).ready()
  await expect(absent(page, 'SQLite')).toHaveCount(0)
})

test.describe('a script that would spoil an engine', () => {
  // The package says that it cannot tidy up without memory.
  test.use({ allowedErrors: [/WasmAllocError/] })

  test('no script spoils an engine for good, and none floods the page @full', async ({ simulator, page }) => {
    test.slow()
    await openChapter(simulator, 'unique-constraint')
    const lab = new SqlLab(page)
    await lab.ready()
    await lab.run('SELECT hex(zeroblob(20000000)) AS x')
    await expect(page.getByRole('region', { name: 'Rows of line 1' })).toContainText(
      '… (cut: 40000000 characters in all)',
      { timeout: 4000 },
    )
    await lab.run('PRAGMA hard_heap_limit = 1')
    await expect(lab.said).toContainText('line 1')
    await lab.button('Start over').first().click()
    await expect(page.getByText(/^SQLite 3\.\d+\.\d+$/).first()).toBeVisible()
    await lab.button('Run').click()
    await expect(lab.said).toContainText('UNIQUE constraint failed: payments.idempotency_key')
  })
})

test('a script without end is said to be stopped within a second of the press @full', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, 'race-condition')
  await runScript(simulator, 1, '(integer) 1')
  await page.getByLabel('The script').fill('while true do end')
  // Measured in the page: what comes between the page and this test is not the learner's.
  const took = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let pressed = 0
        addEventListener('click', event => (pressed ||= event.timeStamp), { capture: true, once: true })
        new MutationObserver((_, observer) => {
          if (!document.body.textContent?.includes('The script did not end, so it was stopped.')) return
          observer.disconnect()
          resolve(performance.now() - pressed)
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await page.getByRole('button', { name: 'Run as worker 1' }).click()
  expect(await took).toBeLessThan(1000)
})
