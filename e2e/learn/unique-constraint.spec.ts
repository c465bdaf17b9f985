import { type Host, STRICT_PATH, startHost } from '../host-server.ts'
import { Simulator } from '../simulator.ts'
import { expect, test } from '../test.ts'
import { opened } from './opened.ts'
import { openChapter } from './scenes.ts'
import { SqlLab } from './sql.ts'

const CHAPTER = 'unique-constraint'

test('the unique constraint, as a learner meets it, seed 202 @firefox-full', async ({ simulator, page }) => {
  await openChapter(simulator, CHAPTER)
  const lab = new SqlLab(page)
  await lab.ready()

  await test.step('predict, run, observe, compare', async () => {
    await lab.choose('How many rows after two INSERTs?', '2')
    await lab.choose('What will the second INSERT say?', 'An error')
    await lab.choose('What should the client be told then?', 'Conflict (409)')
    await lab.button('Commit and run both INSERTs').click()
    await lab.choose('How many rows are there?', '1')
    await lab.choose('What did the second INSERT say?', 'An error')
    await lab.choose('What did the app tell the client?', 'Success')
    await lab.button('Compare').click()
    const told = lab.prediction.getByRole('row', { name: /What did the app tell the client/ })
    await expect(told).toContainText('Conflict (409) (wrong)')
    await expect(told).toContainText('Success (right)')
  })

  await test.step('the second INSERT is refused, in the words of SQLite, beside its line', async () => {
    const refused = lab.said.getByRole('listitem').last()
    await expect(refused).toContainText('line 12')
    await expect(refused).toContainText('UNIQUE constraint failed: payments.idempotency_key')
    await expect(refused).toContainText('SQLITE_CONSTRAINT_UNIQUE (2067)')
    await expect(lab.tables).toContainText('payments: 1 row')
    await expect(lab.editor).toHaveAttribute('aria-invalid', 'true')
  })

  const ended = page.getByLabel('How it ended')
  await test.step('the app makes a success of it', async () => {
    await expect(ended).toContainText('charged once')
    await expect(ended).toContainText('200 paid already')
    await expect(ended).toContainText('“It is paid.”')
  })

  await test.step('answered 409, the client never learns', async () => {
    await lab.choose('The app', 'Catch it: 409')
    await expect(ended).toContainText('I still do not know')
    await expect(ended).toContainText('charged once')
  })

  await test.step('to look first is not enough', async () => {
    await lab.choose('The app', 'SELECT, then INSERT')
    await page.getByRole('switch', { name: 'idempotency_key is UNIQUE' }).click()
    await expect(ended).toContainText('charged once')
    await lab.choose('The two requests', 'At the same time')
    await expect(ended).toContainText('2 rows, $200 charged')
    await expect(ended).toContainText('charged twice')
  })

  await test.step('what a run shows can be opened', async () => {
    const { there, tab } = await opened(page.getByRole('link', { name: 'see the run' }).first())
    await expect(there.balance).toBeVisible()
    await tab.close()
  })
})

test('a script of one’s own: its errors, its rows, its transaction, and one without end @full', async ({
  simulator,
  page,
}) => {
  test.slow()
  await openChapter(simulator, CHAPTER)
  const lab = new SqlLab(page)
  await lab.ready()

  await lab.run('CREATE TABLE t (x);\nINSERT INTO t VALUES (1), (2);\nSELECT x, NULL AS y FROM t;')
  await expect(lab.said.getByRole('listitem').nth(1)).toContainText('2 rows changed')
  await expect(page.getByRole('region', { name: 'Rows of line 3' }).getByRole('row')).toHaveCount(3)
  await expect(lab.tables).toContainText('t: 2 rows')

  await lab.run('SELECT 1;\nSELECT 1\nFORM t;')
  await expect(lab.said).toContainText('near "t": syntax error')
  await expect(lab.said.getByRole('listitem').last()).toContainText('line 3')

  await lab.run('BEGIN;\nDELETE FROM t;')
  await expect(page.getByText('A transaction was left open at the end. It was rolled back.')).toBeVisible()
  await expect(lab.tables).toContainText('t: 2 rows')

  const numbers = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)'
  await lab.run(`${numbers} SELECT x FROM c`)
  await expect(lab.said).toContainText('the first 100 rows; the rest is cut')

  await lab.run(`${numbers} SELECT count(*) FROM c`)
  await expect(
    simulator.place.getByTestId('chapter').getByText(/It took longer than 4 s, and was stopped/),
  ).toBeVisible({ timeout: 15_000 })
  await expect(lab.tables).toContainText('There is no table yet.')

  await simulator.place
    .getByRole('region', { name: 'SQL console' })
    .getByRole('button', { name: 'Start over' })
    .click()
  await expect(lab.editor).toHaveValue(/uuid-101/)
  await lab.button('Run').click()
  await expect(lab.tables).toContainText('payments: 1 row')
})

test('with the keyboard alone, in a frame of its own @full', async ({ simulator, page }) => {
  await openChapter(simulator, CHAPTER, { embed: 1 })
  const lab = new SqlLab(page)
  await lab.ready()
  await lab.editor.focus()
  await page.keyboard.press('Control+Enter')
  await expect(lab.said).toContainText('UNIQUE constraint failed')
  await lab.button('Next step').focus()
  const code = page.getByRole('region', { name: 'The app’s code' })
  for (const [line, who] of [
    ['INSERT INTO payments', 'request 1'],
    [`return answer(201, 'paid')`, 'request 1'],
    ['INSERT INTO payments', 'request 2'],
    [`return answer(200, 'paid already')`, 'request 2'],
  ] as const) {
    await page.keyboard.press('Enter')
    await expect(code.locator('[data-lit]')).toContainText(line)
    await expect(code.locator('[data-lit]')).toContainText(who)
  }
  await expect(page.getByLabel('How it ended')).toContainText('charged once')
  await page
    .getByRole('region', { name: 'The app, and what the client hears' })
    .getByRole('button', { name: 'Start over' })
    .focus()
  await page.keyboard.press('Enter')
  await expect(code.locator('[data-lit]')).toHaveCount(0)
})

test('Postgres, behind a button that says how large it is @full', async ({ simulator, page }) => {
  test.setTimeout(120_000)
  const fetched: string[] = []
  page.on('request', request => {
    if (/pglite|initdb/.test(request.url())) fetched.push(request.url())
  })
  await openChapter(simulator, CHAPTER)
  const lab = new SqlLab(page)
  await lab.ready()
  expect(fetched).toEqual([])
  const button = page.getByRole('button', { name: /^Load Postgres/ })
  const size = Number((await button.textContent())?.match(/\(([\d.]+) MB\)/)?.[1])
  await button.click()
  await expect(page.getByRole('progressbar', { name: 'Postgres, fetched' })).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Database' }).waitFor({ timeout: 90_000 })
  const bodies = await Promise.all(fetched.map(async url => (await page.request.get(url)).body()))
  expect(bodies.reduce((sum, { length }) => sum + length, 0) / 1e6).toBeCloseTo(size, 1)

  await lab.choose('Database', 'Postgres')
  await expect(page.getByText(/^Postgres 18\.\d+$/).first()).toBeVisible()
  await lab.button('Run').click()
  const refused = lab.said.getByRole('listitem').last()
  await expect(refused).toContainText('23505')
  await expect(refused).toContainText(
    'duplicate key value violates unique constraint "payments_idempotency_key_key"',
  )
  await expect(lab.tables).toContainText('payments: 1 row')
  await lab.button('To the end').click()
  await expect(page.getByLabel('How it ended')).toContainText('200 paid already')
})

test.describe('where no engine may be started', () => {
  test.use({ allowedErrors: [/WebAssembly|Content Security Policy/] })
  let host: Host
  test.beforeAll(async () => {
    host = await startHost()
  })
  test.afterAll(() => host.close())

  test.describe(() => {
    test('the lab says so, and explains itself with what was recorded @full', async ({ browser }) => {
      const page = await browser.newPage()
      await page.goto(`${host.copies}${STRICT_PATH}?seed=202&motion=reduce#/learn/${CHAPTER}`)
      await new Simulator(page).ready()
      const lab = new SqlLab(page)
      await expect(page.getByText('SQLite could not be started in this page.')).toBeVisible({
        timeout: 15_000,
      })
      await expect(page.getByText(/^Recorded: SQLite 3\.\d+\.\d+$/).first()).toBeVisible()
      await lab.button('Skip the prediction').click()
      await expect(lab.said).toContainText('UNIQUE constraint failed: payments.idempotency_key')
      await expect(page.getByLabel('How it ended')).toContainText('200 paid already')
      await lab.choose('The app', 'Catch it: 409')
      await expect(page.getByLabel('How it ended')).toContainText('I still do not know')
      await lab.run('SELECT 42')
      await expect(
        page.getByTestId('chapter').getByText('Only what the chapter itself asks was recorded.'),
      ).toBeVisible()
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByText('SQLite could not be started in this page.')).toBeVisible({
        timeout: 15_000,
      })
      await page.close()
    })
  })
})
