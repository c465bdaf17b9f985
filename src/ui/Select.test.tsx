import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Select } from './Select.tsx'

const OPTIONS = [
  { value: 'payment', label: 'One key a payment' },
  { value: 'attempt', label: 'One key an attempt' },
] as const

it.each([false, true])('offers its options under its label, hidden: %s', async hideLabel => {
  const user = userEvent.setup()
  const onChange = vi.fn()
  render(<Select label="Keys" hideLabel={hideLabel} options={OPTIONS} value="payment" onChange={onChange} />)
  const control = screen.getByRole('combobox', { name: 'Keys' })
  expect(control).toHaveDisplayValue('One key a payment')
  await user.selectOptions(control, 'One key an attempt')
  expect(onChange).toHaveBeenCalledWith('attempt')
})
