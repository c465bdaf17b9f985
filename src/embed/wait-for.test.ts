import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CALM, pays } from '../sim/testing/run.ts'
import { scripted } from '../testing/scripted.ts'

const LOSSY = { ...CALM, responseLoss: 1 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  // Whatever was waited for, no timer is left behind.
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('waiting for an event', () => {
  it('is over at once for one that has happened', async () => {
    const { api } = scripted({ settings: LOSSY, inputs: pays(0, 3000), atMs: 9000 })
    await expect(api.waitFor('ledger.charged')).resolves.toMatchObject({ at: 1000, attempt: 1 })
    await expect(api.waitFor('ledger.charged', { attempt: 2 })).resolves.toMatchObject({ at: 4000 })
    await expect(api.waitFor('attempt.sent', { afterId: 3 })).resolves.toMatchObject({ at: 3000 })
    await expect(api.waitFor('attempt.sent', { payment: 'p1', afterId: 0 })).resolves.toMatchObject({ id: 1 })
  })

  it('counts no event beyond the playhead', async () => {
    const { api, clock } = scripted({ settings: CALM, inputs: pays(0), atMs: 900 })
    const charged = vi.fn()
    const waiting = api.waitFor('ledger.charged').then(charged)
    await Promise.resolve()
    expect(charged).not.toHaveBeenCalled()
    clock.run(100)
    await waiting
    expect(charged).toHaveBeenCalledOnce()
  })

  it('is over when the playhead passes it', async () => {
    const { api, clock } = scripted({ settings: CALM })
    api.pay()
    const paid = api.waitFor('payment.paid', { payment: 'p1' })
    clock.run(2000)
    await expect(paid).resolves.toMatchObject({ kind: 'payment.paid', at: 1800 })
  })

  it('may begin before the press that brings it, in the same breath', async () => {
    const { api, clock } = scripted({ settings: CALM })
    const paid = api.waitFor('payment.paid')
    api.pay()
    clock.run(2000)
    await expect(paid).resolves.toMatchObject({ at: 1800 })
  })

  it('may begin before a caption and the press that brings it, in the same breath', async () => {
    const { api, clock } = scripted({ settings: CALM })
    const paid = api.waitFor('payment.paid')
    api.caption('Watch the balance.')
    api.configure({ keys: 'per-payment' })
    api.pay()
    clock.run(3000)
    await expect(paid).resolves.toMatchObject({ at: 2100 })
  })

  it('moves no manual clock', async () => {
    const { api } = scripted({ settings: CALM, clock: 'manual' })
    api.pay()
    const paid = api.waitFor('payment.paid')
    await Promise.resolve()
    expect(api.getState().timeMs).toBe(0)
    await api.runToEnd()
    await expect(paid).resolves.toMatchObject({ at: 1800 })
  })

  it('goes on over a reset as long as something is under way', async () => {
    const { api, clock } = scripted({ settings: CALM })
    api.pay()
    clock.run(500)
    const paid = api.waitFor('payment.paid')
    api.reset()
    api.pay()
    clock.run(2000)
    await expect(paid).resolves.toMatchObject({ at: 1800 })
  })
})

describe('waiting in vain', () => {
  it('ends when nothing more will happen', async () => {
    const { api } = scripted()
    await expect(api.waitFor('payment.paid')).rejects.toThrow(
      'payment.paid cannot come: nothing more will happen without an input.',
    )
  })

  it('ends when the run ends without it', async () => {
    const { api, clock } = scripted({ settings: LOSSY })
    api.pay()
    const paid = api.waitFor('payment.paid')
    clock.run(3000)
    await expect(paid).rejects.toThrow('nothing more will happen')
  })

  it('ends when what was under way is taken back', async () => {
    const { api } = scripted({ settings: CALM })
    api.pay()
    const paid = api.waitFor('payment.paid')
    api.undo()
    await expect(paid).rejects.toThrow('nothing more will happen')
  })

  it.each([
    [undefined, 10_000],
    [50, 50],
    [0, 0],
  ])('with timeoutMs %o ends after %d ms of the wall clock', async (timeoutMs, ms) => {
    const { api } = scripted({ settings: CALM, clock: 'manual' })
    api.pay()
    const settled = vi.fn()
    const paid = api.waitFor('payment.paid', timeoutMs === undefined ? {} : { timeoutMs }).catch(settled)
    if (ms > 0) await vi.advanceTimersByTimeAsync(ms - 1)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await paid
    expect(settled).toHaveBeenCalledWith(new Error(`payment.paid did not come within ${ms} ms.`))
  })
})
