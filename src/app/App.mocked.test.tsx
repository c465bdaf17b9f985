import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CALM, pays } from '../sim/testing/run.ts'
import { set } from '../testing/inputs.ts'
import '../testing/light-page.mocked.tsx'
import { openPage } from '../testing/open-page.tsx'

const LOSSY = { ...CALM, responseLoss: 1 }
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const verdict = () => screen.getByTestId('verdict')
const root = () => screen.getByTestId('simulator')

describe('the story, seed 202', () => {
  it('is told by buttons and their names: charged twice, then once under the same bad luck', async () => {
    const { user, runToEnd } = openPage()
    expect(verdict()).toHaveTextContent('Press Pay')
    await user.click(button('Pay $100'))
    expect(root()).toHaveAttribute('data-status', 'paused')
    runToEnd()
    expect(root()).toHaveAttribute('data-status', 'idle')
    expect(screen.getByTestId('belief')).toHaveAttribute('data-belief', 'unknown')
    expect(screen.getByTestId('balance')).toHaveTextContent('$900.00')

    await user.click(button('Pay $100 again'))
    runToEnd()
    expect(screen.getByTestId('belief')).toHaveAttribute('data-belief', 'paid')
    expect(screen.getByTestId('balance')).toHaveTextContent('$800.00')
    expect(screen.getByTestId('expected-balance')).toHaveTextContent('$900.00')
    expect(verdict()).toHaveTextContent('Charged twice, meant once')
    expect(verdict()).toHaveAttribute('data-double-charged', 'true')
    expect(verdict()).toHaveAttribute('data-charges', '2')

    await user.click(button('Same bad luck, keys on'))
    expect(screen.getByRole('switch', { name: 'Idempotency keys' })).toBeChecked()
    expect(root()).toHaveAttribute('data-time-ms', '0')
    runToEnd()
    expect(verdict()).toHaveTextContent('Charged once, in 2 attempts')
    expect(verdict()).toHaveAttribute('data-double-charged', 'false')
    await user.click(button('Same bad luck, keys off'))
    expect(screen.getByRole('switch', { name: 'Idempotency keys' })).not.toBeChecked()
  })
})

describe('the Pay button', () => {
  it('after "paid" is aria-disabled, says why, and buys nothing more', async () => {
    const { simulator, user } = openPage({ settings: CALM, inputs: pays(0), atMs: 1800 })
    const pay = button('Pay $100')
    expect(pay).toHaveAttribute('aria-disabled', 'true')
    expect(pay).toHaveAccessibleDescription(/is paid/)
    const before = simulator.state
    await user.click(pay)
    await user.keyboard('{Enter} ')
    expect(simulator.state).toBe(before)

    await user.click(button('New payment'))
    expect(pay).not.toHaveAttribute('aria-disabled')
    await user.click(pay)
    expect(simulator.state.frame.state.payments).toHaveLength(2)
  })

  it('has the amount of the open payment, not of the next', () => {
    openPage({
      settings: { ...LOSSY, amount: 2550 },
      inputs: [...pays(0), set(100, { amount: 100 })],
      atMs: 200,
    })
    expect(button('Pay $25.50 again')).toBeVisible()
  })

  it('stops at 20 attempts and says so; a new payment goes on', async () => {
    const { simulator, user } = openPage({ settings: LOSSY })
    for (let attempt = 0; attempt < 20; attempt += 1) simulator.pay()
    await waitFor(() => expect(button('Pay $100 again')).toHaveAttribute('aria-disabled', 'true'))
    expect(button('Pay $100 again')).toHaveAccessibleDescription(/^20 attempts are the limit/)
    await user.click(button('New payment'))
    await user.click(button('Pay $100'))
    expect(simulator.state.frame.state.payments.map(({ attempts }) => attempts.length)).toEqual([20, 1])
  })

  it('is there before any payment, while New payment waits for one', () => {
    const { onReady } = openPage()
    expect(onReady).toHaveBeenCalledOnce()
    expect(button('Pay $100')).toBeEnabled()
    expect(button('New payment')).toHaveAttribute('aria-disabled', 'true')
    expect(root()).toHaveAttribute('data-seed', '202')
  })
})

describe('a packet in flight', () => {
  it('is lost by a press, and its ticket says so', async () => {
    const { advance, user } = openPage({ settings: CALM, inputs: pays(0) })
    advance(300)
    const packet = screen.getByTestId('packet')
    expect(packet).toHaveAttribute('data-message', 'p1.a1.request')
    expect(packet).toHaveAttribute('data-kind', 'request')
    expect(packet).toHaveAttribute('data-fate', 'in-flight')
    expect(packet).toHaveAccessibleName(/^Attempt 1: .*Lose this message$/)
    await user.click(packet)
    expect(packet).toHaveAttribute('data-fate', 'lost')
    expect(packet).toHaveAttribute('aria-disabled', 'true')
    expect(packet).toHaveAccessibleName(/lost on the way$/)
  })
})

describe('the past', () => {
  it('is changed by a press there: a notice says so and offers Undo', async () => {
    const { simulator, user } = openPage({ settings: LOSSY, inputs: pays(0, 3000), atMs: 9000 })
    simulator.seek(300)
    await user.click(await screen.findByRole('button', { name: 'Pay $100 again' }))
    expect(screen.getByText('You changed the past.')).toBeVisible()
    expect(simulator.state.session.inputs).toEqual(pays(0, 300))
    await user.click(button(/^Undo the change/))
    expect(screen.queryByText('You changed the past.')).toBeNull()
    expect(simulator.state.session.inputs).toEqual(pays(0, 3000))
  })

  it('is gone through by Undo, Redo, Reset and New luck', async () => {
    const { simulator, user } = openPage({ settings: LOSSY })
    for (const name of ['Undo', 'Redo', 'Reset'])
      expect(button(name)).toHaveAttribute('aria-disabled', 'true')
    await user.click(button('Pay $100'))
    await user.click(button('Undo'))
    expect(simulator.state.session.inputs).toEqual([])
    await user.click(button('Redo'))
    expect(simulator.state.session.inputs).toEqual(pays(0))
    await user.click(button('Reset'))
    expect(simulator.state.session.inputs).toEqual([])
    await user.click(button('New luck'))
    expect(root()).toHaveAttribute('data-seed', '203')
  })
})

describe('the regions', () => {
  it('have the names of the contract', async () => {
    const { simulator } = openPage()
    simulator.caption('Now press Pay.')
    for (const name of ['Stage', 'Balance', 'Events', 'Settings'])
      expect(await screen.findByRole('region', { name })).toBeVisible()
    expect(
      within(await screen.findByRole('region', { name: 'Caption' })).getByText('Now press Pay.'),
    ).toBeVisible()
    expect(screen.getByRole('status')).toBeInTheDocument()
    expect(screen.getByRole('slider', { name: 'Timeline' })).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Speed' })).toHaveValue('1')
  })
})
