import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Switch, type SwitchProps } from './Switch.tsx'

function Held(props: Omit<SwitchProps, 'checked' | 'onChange'>) {
  const [checked, setChecked] = useState(false)
  return <Switch {...props} checked={checked} onChange={setChecked} />
}

it('is moved by the keyboard', async () => {
  const user = userEvent.setup()
  render(<Held label="Retry automatically" />)
  const control = screen.getByRole('switch', { name: 'Retry automatically' })
  expect(control).not.toBeChecked()
  await user.tab()
  expect(control).toHaveFocus()
  await user.keyboard(' ')
  expect(control).toBeChecked()
  await user.keyboard('{Enter}')
  expect(control).not.toBeChecked()
})

it('is moved once by a press on its label', async () => {
  const user = userEvent.setup()
  render(<Held label="Retry automatically" />)
  await user.click(screen.getByText('Retry automatically'))
  expect(screen.getByRole('switch')).toBeChecked()
})

it('may have a name that says more than its label', () => {
  render(<Held compact label="Keys" name="Idempotency keys" />)
  expect(screen.getByText('Keys')).toBeVisible()
  expect(screen.getByRole('switch', { name: 'Idempotency keys' })).toBeVisible()
})

it('is described by its hint', () => {
  render(<Held label="Keys" hint="Applies from the next payment." />)
  expect(screen.getByRole('switch')).toHaveAccessibleDescription('Applies from the next payment.')
})

it('shows by shape, too, that it is on', async () => {
  const user = userEvent.setup()
  render(<Held label="Keys" />)
  const control = screen.getByRole('switch')
  expect(control.querySelector('svg')).toBeNull()
  await user.click(control)
  expect(control.querySelector('svg')).not.toBeNull()
})
