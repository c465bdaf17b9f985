import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../sim/index.ts'
import { LockedParts } from '../../ui/Locked.tsx'
import { Difference } from './Difference.tsx'

function differs(change: Partial<Settings>, locked: readonly string[]) {
  render(
    <LockedParts names={locked}>
      <Difference first={DEFAULT_SETTINGS} change={change} onChange={() => {}} />
    </LockedParts>,
  )
  const select = screen.getByLabelText<HTMLSelectElement>('What differs')
  return { select, offered: [...select.options].map(({ value }) => value) }
}

describe('what differs between the sides', () => {
  it('cannot be a locked setting', () => {
    const { select, offered } = differs({ timeout: 5000 }, ['keys', 'drop'])
    expect(select).toBeEnabled()
    expect(offered).toContain('retry')
    for (const locked of ['keys', 'responseLoss']) expect(offered).not.toContain(locked)
  })

  it('stays what it is when that is locked', () => {
    const { select } = differs({ keys: 'per-payment' }, ['keys'])
    expect(select).toBeDisabled()
    expect(select).toHaveDisplayValue('Key policy')
  })

  it('stays what it is when that is locked among others', () => {
    const { select } = differs({ keys: 'per-payment', timeout: 5000 }, ['keys'])
    expect(select).toBeDisabled()
    expect(select).toHaveDisplayValue('Key policy and Timeout')
  })
})
