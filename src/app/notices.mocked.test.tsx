import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Input, LIMITS } from '../sim/index.ts'
import { CALM } from '../sim/testing/run.ts'
import '../testing/light-page.mocked.tsx'
import { openPage } from '../testing/open-page.tsx'
import { App } from './App.tsx'
import { beginAt } from './begin.ts'
import { createPageStore } from './page-store.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

async function openAt(search: string) {
  const { simulator, page, opened } = beginAt({ search, hash: '' })
  await opened
  render(
    <App simulator={simulator} pageStore={createPageStore(page)} permalink={() => ''} onReady={() => {}} />,
  )
  return { simulator, user: userEvent.setup() }
}

describe('a notice', () => {
  it('names a bad parameter, can be dismissed, and the page goes on', async () => {
    const { simulator, user } = await openAt('?timeout=5&clock=manual&<b>=1&keys=<img src=x>')
    expect(
      screen.getByText(/^The address says timeout=5, but timeout is a whole number from 100/),
    ).toBeVisible()
    expect(screen.getByText(/^The address says keys=<img src=x>, but keys is one of off/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Dismiss: The address says timeout=5/ }))
    expect(screen.queryByRole('button', { name: /timeout=5/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Pay $100' }))
    expect(simulator.state.session.inputs).toHaveLength(1)
    expect(screen.getByText(/^The address says keys/)).toBeVisible()
  })

  it('says that the run in the address cannot be shown', async () => {
    await openAt('?clock=manual&run=%7B"inputs"')
    expect(
      screen.getByText(/^The run in this address cannot be shown: it is damaged or cut off\./),
    ).toBeVisible()
  })

  it('says that a limit is reached, and nothing breaks', async () => {
    const inputs = Array.from({ length: LIMITS.inputs }, (_, at): Input => {
      return { at, type: at % 2 === 0 ? 'pay' : 'newPayment' }
    })
    const { simulator, user } = openPage({
      settings: CALM,
      inputs: inputs.slice(0, -1),
      atMs: 4000,
      page: { hide: ['stage', 'events', 'balance'] },
    })
    await user.click(screen.getByRole('switch', { name: 'Idempotency keys' }))
    const before = simulator.state.session
    for (let press = 0; press < 3; press += 1)
      await user.click(screen.getByRole('button', { name: 'New payment' }))
    expect(
      screen.getAllByRole('button', { name: /^Dismiss: A session cannot hold 501 inputs/ }),
    ).toHaveLength(1)
    expect(simulator.state.session).toBe(before)
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Reset' }))
    await user.click(screen.getByRole('button', { name: 'Pay $100' }))
    expect(simulator.state.session.inputs).toHaveLength(1)
  })
})

describe('storage', () => {
  it('is not used at all: the page works where touching it throws', async () => {
    const touched = vi.fn(() => {
      throw new DOMException('storage is blocked', 'SecurityError')
    })
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(touched)
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(touched)
    vi.spyOn(document, 'cookie', 'get').mockImplementation(touched)
    vi.spyOn(document, 'cookie', 'set').mockImplementation(touched)
    const { simulator, user } = await openAt('?clock=manual&seed=202')
    await user.click(screen.getByRole('button', { name: 'Pay $100' }))
    await user.click(screen.getByRole('switch', { name: 'Idempotency keys' }))
    await user.click(screen.getByRole('button', { name: 'New luck' }))
    expect(simulator.settings).toMatchObject({ seed: 203, keys: 'per-payment' })
    expect(touched).not.toHaveBeenCalled()
  })
})
