import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

it('calls back on a press', async () => {
  const user = userEvent.setup()
  const press = vi.fn()
  render(<Button onClick={press}>Pay</Button>)
  await user.click(screen.getByRole('button', { name: 'Pay' }))
  expect(press).toHaveBeenCalledOnce()
})

it('ignores presses while disabled, keeps the focus, and says why', async () => {
  const user = userEvent.setup()
  const press = vi.fn()
  const submit = vi.fn()
  render(
    <form onSubmit={submit}>
      <Button type="submit" disabled reason="A payment is under way." onClick={press}>
        Pay
      </Button>
    </form>,
  )
  const button = screen.getByRole('button', { name: 'Pay' })
  await user.click(button)
  await user.keyboard('{Enter}')
  expect(button).toHaveFocus()
  expect(press).not.toHaveBeenCalled()
  expect(submit).not.toHaveBeenCalled()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(button).toHaveAccessibleDescription('A payment is under way.')
  expect(button).toHaveAttribute('title', 'A payment is under way.')
})

it('an icon button has a name, and is disabled likewise', async () => {
  const user = userEvent.setup()
  const press = vi.fn()
  const { rerender } = render(<IconButton icon="undo" label="Undo" onClick={press} />)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  rerender(<IconButton icon="undo" label="Undo" disabled reason="Nothing to undo." onClick={press} />)
  const button = screen.getByRole('button', { name: 'Undo' })
  await user.click(button)
  expect(press).toHaveBeenCalledOnce()
  expect(button).toHaveAccessibleDescription('Nothing to undo.')
})
