import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { NumberField } from './NumberField.tsx'

function Held({ onCommit }: { onCommit: (value: number) => void }) {
  const [value, setValue] = useState(2000)
  return (
    <NumberField
      label="Timeout"
      unit="ms"
      min={500}
      max={10000}
      step={100}
      value={value}
      onCommit={next => {
        onCommit(next)
        setValue(next)
      }}
    />
  )
}

function setUp() {
  const onCommit = vi.fn()
  render(<Held onCommit={onCommit} />)
  return { field: screen.getByRole('spinbutton', { name: 'Timeout' }), onCommit, user: userEvent.setup() }
}

it('commits once, on Enter', async () => {
  const { field, onCommit, user } = setUp()
  await user.clear(field)
  await user.type(field, '3000')
  expect(onCommit).not.toHaveBeenCalled()
  await user.keyboard('{Enter}')
  await user.tab()
  expect(onCommit.mock.calls).toEqual([[3000]])
})

it('commits when it is left, in whole steps', async () => {
  const { field, onCommit, user } = setUp()
  await user.clear(field)
  await user.type(field, '3040')
  await user.tab()
  expect(onCommit.mock.calls).toEqual([[3000]])
  expect(field).toHaveValue(3000)
})

it('commits what a tool fills in', () => {
  const { field, onCommit } = setUp()
  fireEvent.change(field, { target: { value: '800' } })
  expect(onCommit.mock.calls).toEqual([[800]])
})

it('refuses what is out of range and names the range', async () => {
  const { field, onCommit, user } = setUp()
  await user.clear(field)
  await user.type(field, '99999{Enter}')
  expect(onCommit).not.toHaveBeenCalled()
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription('Enter a number from 500 to 10000 ms.')
  expect(screen.getByText('Enter a number from 500 to 10000 ms.')).toBeVisible()

  await user.clear(field)
  await user.type(field, '600{Enter}')
  expect(field).toBeValid()
  expect(onCommit.mock.calls).toEqual([[600]])
})

it('refuses an empty field, and Escape brings the value back', async () => {
  const { field, onCommit, user } = setUp()
  await user.clear(field)
  await user.keyboard('{Enter}')
  expect(field).toBeInvalid()
  await user.keyboard('{Escape}')
  expect(field).toHaveValue(2000)
  expect(field).toBeValid()
  expect(onCommit).not.toHaveBeenCalled()
})
