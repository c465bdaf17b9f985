import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { ErrorBoundary } from './ErrorBoundary.tsx'

// React reports a caught error on the console
beforeEach(() => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  return () => silent.mockRestore()
})

function Chart({ isBroken }: { isBroken: () => boolean }) {
  if (isBroken()) throw new Error('no such event')
  return <p>the chart</p>
}

it('keeps the siblings, says which panel it is, and tries again after a reset', async () => {
  const user = userEvent.setup()
  let broken = true
  const onReset = vi.fn(() => {
    broken = false
  })
  render(
    <>
      <ErrorBoundary name="Balance" onReset={onReset}>
        <Chart isBroken={() => broken} />
      </ErrorBoundary>
      <ErrorBoundary name="Events">
        <p>the events</p>
      </ErrorBoundary>
    </>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent(/Balance.*stopped working.*no such event/)
  expect(screen.getByText('the events')).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'Reset Balance' }))
  expect(onReset).toHaveBeenCalledOnce()
  expect(screen.getByText('the chart')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('stays when the panel crashes again', async () => {
  const user = userEvent.setup()
  const onError = vi.fn()
  render(
    <ErrorBoundary name="Balance" onError={onError}>
      <Chart isBroken={() => true} />
    </ErrorBoundary>,
  )
  await user.click(screen.getByRole('button', { name: 'Reset Balance' }))
  expect(screen.getByRole('alert')).toHaveTextContent('no such event')
  expect(onError).toHaveBeenCalledTimes(2)
})
