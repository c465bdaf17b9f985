import { type HostFrame, SUB_PATH } from '../host-server.ts'
import { test } from '../hosts/hosted-test.ts'
import { query, Simulator } from '../simulator.ts'
import { expect } from '../test.ts'
import { SqlLab } from './sql.ts'

/** The strictest frame that runs scripts, around a chapter of a copy that may be asked for its files. */
const sandboxed = (origin: string, chapter: string): HostFrame => ({
  src: `${origin}${SUB_PATH}?${query({ seed: 202, embed: 1, clock: 'manual' })}#/learn/${chapter}`,
  width: 700,
  height: 1600,
  sandbox: 'allow-scripts',
})

test('in a sandboxed frame of another site the labs have their real engines, and show nothing recorded', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 800, height: 1200 })
  await page.goto(
    host.page([sandboxed(host.copies, 'unique-constraint'), sandboxed(host.copies, 'race-condition')]),
  )
  const [, sqlFrame, luaFrame] = page.frames()
  if (!sqlFrame || !luaFrame) throw new Error('The page has no such frames.')
  await new Simulator(sqlFrame).ready()
  const sql = new SqlLab(sqlFrame)
  await sql.button('Run').click()
  await expect(sql.said).toContainText('UNIQUE constraint failed: payments.idempotency_key')
  await new Simulator(luaFrame).ready()
  await luaFrame.getByRole('button', { name: 'Run as worker 1' }).click()
  await expect(luaFrame.getByText('(integer) 1', { exact: true })).toBeVisible()
  for (const frame of [sqlFrame, luaFrame]) await expect(frame.getByText('recorded')).toHaveCount(0)
})
