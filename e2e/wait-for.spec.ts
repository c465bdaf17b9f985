import type { WaitOptions } from '../src/embed/api-types.ts'
import type { Simulator } from './simulator.ts'
import { expect, test } from './test.ts'

/** How a wait ends: the event, or what it is rejected with. */
const endOf = (simulator: Simulator, kind: string, options: WaitOptions = {}) =>
  simulator.waitFor(kind, options).catch((error: Error) => error.message)

test.describe('waitFor, seed 202', () => {
  test('finds what is past, by payment, attempt and what it comes after', async ({ simulator }) => {
    await simulator.open({ seed: 202, clock: 'manual' })
    await simulator.call('pay')
    await simulator.call('runToEnd')
    await simulator.call('pay')
    await simulator.call('runToEnd')
    const first = await simulator.waitFor('ledger.charged')
    expect(first).toMatchObject({ at: 987, attempt: 1, payment: 'p1' })
    const second = await simulator.waitFor('ledger.charged', { afterId: first.id })
    expect(second).toMatchObject({ at: 3435, attempt: 2 })
    expect(await simulator.waitFor('ledger.charged', { attempt: 2, payment: 'p1' })).toEqual(second)
  })

  test('waits for what is to come', async ({ simulator, page }) => {
    await simulator.open({ seed: 202, speed: 8 })
    // Whoever waits first and presses in the same breath is not told that nothing will happen.
    const lost = await page.evaluate(() => {
      const wait = window.doubleCharge.waitFor('response.lost')
      window.doubleCharge.pay()
      return wait
    })
    expect(lost).toMatchObject({ at: 1432, message: 'p1.a1.response' })
    await simulator.payAgain()
    expect(await simulator.waitFor('payment.paid')).toMatchObject({ payment: 'p1' })
  })

  test('rejects when nothing more will happen and the event cannot come', async ({ simulator }) => {
    await simulator.open({ seed: 202, speed: 8 })
    await simulator.pay()
    expect(await endOf(simulator, 'payment.paid')).toContain('payment.paid')
    await expect(simulator.root).toHaveAttribute('data-status', 'idle')
  })

  test('rejects when the time is up, and never moves a manual clock', async ({ simulator }) => {
    await simulator.open({ seed: 202, clock: 'manual' })
    await simulator.call('pay')
    expect(await endOf(simulator, 'ledger.charged', { timeoutMs: 50 })).toContain('50 ms')
    expect(await simulator.state()).toMatchObject({ timeMs: 0, status: 'paused' })
  })
})
