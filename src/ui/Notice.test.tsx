import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Notice } from './Notice.tsx'

it('is dismissed by a button that says what it dismisses', async () => {
  const user = userEvent.setup()
  const onDismiss = vi.fn()
  const onAction = vi.fn()
  render(
    <Notice tone="unsure" short="old link" action={{ label: 'Start afresh', onAction }} onDismiss={onDismiss}>
      This link is from an older version.
    </Notice>,
  )
  await user.click(screen.getByRole('button', { name: 'Start afresh' }))
  expect(onAction).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'Dismiss: old link' }))
  expect(onDismiss).toHaveBeenCalledOnce()
})

it('has no dismiss button where it cannot be dismissed', () => {
  render(<Notice short="offline">You are offline.</Notice>)
  expect(screen.queryByRole('button')).toBeNull()
})
