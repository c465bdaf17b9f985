import { expect, test } from '../test.ts'
import { openChapter } from './scenes.ts'
import { SqlLab } from './sql.ts'

const CHAPTER = 'deletes'

test('soft and hard delete, as a learner meets them, seed 202', async ({ simulator, page }) => {
  await openChapter(simulator, CHAPTER)
  const lab = new SqlLab(page)
  await lab.ready()
  const steps = page.getByRole('list', { name: 'The requests' }).getByRole('listitem')
  const hard = page.getByRole('region', { name: 'Hard: the rows now', exact: true })
  const soft = page.getByRole('region', { name: 'Soft: the rows now', exact: true })

  await test.step('predict, run, observe, compare', async () => {
    await lab.choose('Hard delete: what will the second DELETE be answered?', '204 deleted')
    await lab.choose('Soft delete: what will the second DELETE be answered?', '204 deleted')
    await lab.choose('Which time will deleted_at say in the end?', '12:00:00, the first')
    await lab.button('Commit and send both DELETEs').click()
    await lab.choose('Hard delete: what was the second DELETE answered?', '404 not found')
    await lab.choose('Soft delete: what was the second DELETE answered?', '204 deleted')
    await lab.choose('Which time does deleted_at say?', '12:00:03, the retry')
    await lab.button('Compare').click()
    await expect(lab.prediction.getByRole('row', { name: /^Hard delete/ })).toContainText(
      '204 deleted (wrong)',
    )
    await expect(lab.prediction.getByRole('row', { name: /^Which time/ })).toContainText(
      '12:00:03, the retry (right)',
    )
  })

  await test.step('the retry: 0 rows and 404, or the same again', async () => {
    await expect(steps).toHaveCount(4)
    await expect(steps.nth(1)).toContainText('DELETE FROM users WHERE id = 1→ 0 rows changed')
    await expect(steps.nth(1)).toContainText('Did my first one delete it, or was it never there?')
    await expect(steps.nth(1)).toContainText('deleted_at: 12:00:03 overwritten, was 12:00:00')
    await expect(steps.nth(2)).toContainText('410 gone')
    await expect(hard).toContainText('users: 0 rows')
    await expect(soft).toContainText('2024-05-01 12:00:03')
  })

  await test.step('the first time is kept', async () => {
    await lab.choose('A second soft delete', 'Keeps the first')
    await expect(soft).toContainText('2024-05-01 12:00:00')
    await expect(steps.nth(1)).toContainText('deleted_at: 12:00:00 kept')
    await expect(steps.nth(1)).toContainText('AND deleted_at IS NULL→ 0 rows changed')
  })

  await test.step('a late duplicate CREATE', async () => {
    await lab.choose('What happens', 'A late duplicate CREATE')
    await expect(steps.nth(2)).toContainText('Nobody waits for it, and the user is back.')
    await expect(steps.nth(2)).toContainText('SQLITE_CONSTRAINT_PRIMARYKEY (1555)')
    await expect(hard).toContainText('users: 1 row')
  })

  await test.step('the partial unique index', async () => {
    await lab.choose('What happens', 'Signing up again')
    await expect(steps.nth(1)).toContainText('UNIQUE constraint failed: users.email')
    await lab.choose('The email is unique', 'WHERE deleted_at IS NULL')
    await expect(soft).toContainText('users: 2 rows')
  })
})

test('with the keyboard alone, in a frame of its own, and with SQL of one’s own @full', async ({
  simulator,
  page,
}) => {
  await openChapter(simulator, CHAPTER, { embed: 1 })
  const lab = new SqlLab(page)
  await lab.ready()
  const steps = page.getByRole('list', { name: 'The requests' }).getByRole('listitem')
  await lab.button('Next step').focus()
  await page.keyboard.press('Enter')
  await expect(steps).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(steps).toHaveCount(2)
  await lab.button('Back').focus()
  await page.keyboard.press('Enter')
  await expect(steps).toHaveCount(1)

  await page.getByRole('combobox', { name: 'Script' }).selectOption({ label: 'The partial unique index' })
  await lab.editor.focus()
  await page.keyboard.press('Control+Enter')
  await expect(lab.said).toContainText('UNIQUE constraint failed: users.email')
  await expect(lab.tables).toContainText('users: 2 rows')

  await lab.run('SELECT NOW();\nUPDATE users SET deleted_at = YESTERDAY();')
  await expect(page.getByRole('region', { name: 'Rows of line 1' })).toContainText('2024-05-01 12:01:00')
  await expect(lab.said).toContainText('no such function: YESTERDAY')
})
