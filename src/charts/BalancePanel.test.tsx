import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CALM, pays } from '../sim/testing/run.ts'
import { newPayment } from '../testing/inputs.ts'
import { renderIn } from '../testing/render-in.tsx'
import { BalancePanel } from './BalancePanel.tsx'

const LOSSY = { ...CALM, responseLoss: 1 }
const panel = () => screen.getByRole('region', { name: 'Balance' })
const opened = (given: Parameters<typeof renderIn>[0]) => renderIn(given, <BalancePanel />)

describe('the balance', () => {
  it('is said in one line, against what it should be, at the playhead’s moment', () => {
    const { seek } = opened({ settings: LOSSY, inputs: pays(0, 3000) })
    expect(panel()).toHaveTextContent('$1,000.00, as it should be')
    seek(4000)
    expect(panel()).toHaveTextContent('$800.00, should be $900.00')
    seek(1000)
    expect(panel()).toHaveTextContent('$900.00, as it should be')
  })

  it('is a picture with a name', () => {
    opened({ settings: LOSSY, inputs: pays(0, 3000), atMs: 4000 })
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Balance over time: 2 changes, the last at 4.0 s to $800.00.',
    )
  })

  it('has a picture that says that nothing has changed yet', () => {
    opened({})
    expect(screen.getByRole('img')).toHaveAccessibleName('Balance over time: no change yet.')
  })

  it('is a table, as far as was watched, behind a button', async () => {
    const { seek, user } = opened({ settings: LOSSY, inputs: pays(0, 3000) })
    seek(1500)
    expect(screen.queryByRole('table')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'As a table', expanded: false }))
    const rows = () =>
      within(screen.getByRole('table'))
        .getAllByRole('row')
        .map(row => [...row.children].map(cell => cell.textContent))
    expect(rows()).toEqual([
      ['Time', 'Balance', 'Should be'],
      ['0.0 s', '$1,000.00', '$1,000.00'],
      ['1.0 s', '$900.00', '$900.00'],
    ])
    seek(9000)
    expect(rows().at(-1)).toEqual(['4.0 s', '$800.00', '$900.00'])
    await user.click(screen.getByRole('button', { name: 'As a table', expanded: true }))
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('has one row for two charges at the same moment', async () => {
    const { user } = opened({ settings: LOSSY, inputs: pays(0, 0), atMs: 9000 })
    await user.click(screen.getByRole('button', { name: 'As a table' }))
    expect(panel().querySelectorAll('tbody tr')).toHaveLength(2)
  })

  it('says what should be when a payment was told paid and never charged', () => {
    opened({
      settings: { ...CALM, keys: 'per-session' },
      inputs: [...pays(0), newPayment(2200), ...pays(3000)],
      atMs: 9000,
    })
    expect(panel()).toHaveTextContent('$900.00, should be $800.00')
  })
})
