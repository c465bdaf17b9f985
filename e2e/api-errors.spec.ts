import type { Page } from 'playwright/test'
import { expect, test } from './test.ts'

/**
 * Bad arguments as expressions, since not all of them are plain JSON, and what the error says: the argument, the value,
 * and the range.
 */
const BAD_CALLS: readonly [call: string, argument: string, value: string, range: string][] = [
  ['pay(5)', 'options', '5', 'amount'],
  ['pay({ amount: 0 })', 'amount', '0', 'from 1 to'],
  ['pay({ amount: 10.5 })', 'amount', '10.5', 'whole number'],
  ['pay({ amount: "100" })', 'amount', '"100"', 'from 1 to'],
  ['pay({ amount: NaN })', 'amount', 'NaN', 'from 1 to'],
  ['pay({ amount: Infinity })', 'amount', 'Infinity', 'from 1 to'],
  ['dropMessage()', 'messageId', 'undefined', 'p1.a1.request'],
  ['dropMessage("p1")', 'messageId', '"p1"', 'p1.a1.request'],
  ['dropMessage("p0.a1.request")', 'messageId', '"p0.a1.request"', 'p1.a1.request'],
  ['configure()', 'settings', 'undefined', 'object of settings'],
  ['configure([])', 'settings', '[]', 'object of settings'],
  ['configure({ colour: "red" })', 'colour', '"red"', 'seed, keys'],
  ['configure({ keys: "on" })', 'settings.keys', '"on"', 'per-payment'],
  ['configure({ server: "mainframe" })', 'settings.server', '"mainframe"', 'check-then-act'],
  ['configure({ responseLoss: 2 })', 'settings.responseLoss', '2', 'from 0 to 1'],
  ['configure({ responseLoss: "0.5" })', 'settings.responseLoss', '"0.5"', 'from 0 to 1'],
  ['configure({ latency: "900-100" })', 'settings.latency', '"900-100"', 'min-max'],
  ['configure({ timeout: 99 })', 'settings.timeout', '99', 'from 100 to 60000'],
  ['configure({ attempts: 1.5 })', 'settings.attempts', '1.5', 'from 1 to 10'],
  ['configure({ keys: "off", card: "stolen" })', 'settings.card', '"stolen"', 'ok, declined'],
  ['configure({ seed: 3 })', 'settings.seed', '3', 'left out'],
  ['load()', 'session', 'undefined', 'settings?, inputs?'],
  ['load({ settings: 7 })', 'settings', '7', 'object of settings'],
  ['load({ settings: { seed: -1 } })', 'settings.seed', '-1', 'from 0 to 4294967295'],
  ['load({ inputs: {} })', 'inputs', '{}', 'array'],
  ['load({ inputs: [null] })', 'inputs[0]', 'null', 'input'],
  ['load({ inputs: [{ at: -1, type: "pay" }] })', 'inputs[0].at', '-1', 'from 0'],
  ['load({ inputs: [{ at: 0.5, type: "pay" }] })', 'inputs[0].at', '0.5', 'whole number'],
  ['load({ inputs: [{ at: 3600001, type: "pay" }] })', 'input', '3600001', '3600000'],
  ['load({ inputs: [{ at: 0, type: "refund" }] })', 'inputs[0].type', '"refund"', 'pay, newPayment'],
  ['load({ inputs: [{ at: 0, type: "pay", amount: -5 }] })', 'inputs[0].amount', '-5', 'from 1 to'],
  ['load({ inputs: [{ at: 0, type: "dropMessage" }] })', 'inputs[0].message', 'undefined', 'p1.a1.request'],
  ['load({ inputs: Array(501).fill({ at: 0, type: "pay" }) })', 'inputs', '501', '500'],
  ['rerun()', 'settings', 'undefined', 'object of settings'],
  ['rerun({ keys: "maybe" })', 'settings.keys', '"maybe"', 'per-payment'],
  ['seek()', 'ms', 'undefined', 'milliseconds'],
  ['seek(-1)', 'ms', '-1', 'from 0'],
  ['seek(NaN)', 'ms', 'NaN', 'from 0'],
  ['seek("100")', 'ms', '"100"', 'from 0'],
  ['advance(-1)', 'ms', '-1', 'from 0'],
  ['advance(Infinity)', 'ms', 'Infinity', 'from 0'],
  ['waitFor("payment.refunded")', 'kind', '"payment.refunded"', 'payment.paid'],
  ['waitFor("payment.paid", 5)', 'options', '5', 'payment?'],
  ['waitFor("payment.paid", { payment: "x" })', 'payment', '"x"', 'p1'],
  ['waitFor("payment.paid", { attempt: 0 })', 'attempt', '0', 'from 1'],
  ['waitFor("payment.paid", { afterId: -2 })', 'afterId', '-2', 'from -1'],
  ['waitFor("payment.paid", { timeoutMs: -1 })', 'timeoutMs', '-1', 'from 0'],
  ['on("payment.refunded", () => {})', 'type', '"payment.refunded"', 'payment.paid'],
  ['on("state")', 'listener', 'undefined', 'function'],
  ['caption()', 'text', 'undefined', 'text'],
  ['caption(5)', 'text', '5', 'text'],
  ['caption("x".repeat(501))', 'text', '"xxxx', '500'],
]

/** Makes a call; the message of what it throws, or rejects with. */
const errorOf = (page: Page, call: string) =>
  page.evaluate<string | null>(`(async () => {
    try {
      await window.doubleCharge.${call}
      return null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  })()`)

test('a bad argument throws, naming argument, value and range, and changes nothing @full', async ({
  simulator,
  page,
}) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  await simulator.call('pay')
  await simulator.call('advance', 1200)
  const before = () =>
    Promise.all([simulator.state(), simulator.trace(), simulator.hash(), simulator.call('permalink')])
  const was = await before()
  for (const [call, argument, value, range] of BAD_CALLS) {
    const message = await errorOf(page, call)
    expect.soft(message, call).toContain(argument)
    expect.soft(message, call).toContain(value)
    expect.soft(message, call).toContain(range)
    expect.soft(await before(), `${call} changes nothing`).toEqual(was)
  }
  await expect(simulator.dismissButtons).toHaveCount(0)
  await expect(simulator.caption).toHaveCount(0)
})

test('a limit ends in an error that names it', async ({ simulator, page }) => {
  await simulator.open({ seed: 202, clock: 'manual' })
  const overLimit = await page.evaluate(() => {
    let presses = 0
    try {
      for (; presses < 100; presses += 1) window.doubleCharge.pay()
      return null
    } catch (error) {
      return { presses, message: String(error) }
    }
  })
  expect(overLimit?.presses).toBe(20)
  expect(overLimit?.message).toContain('20')
  const { payments } = await simulator.state()
  expect(payments).toMatchObject([{ attempts: 20 }])
  await expect(simulator.payButton).toHaveAttribute('aria-disabled', 'true')
})
