import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Disclosure } from './Disclosure.tsx'

it('opens and closes in place, and keeps what is inside', async () => {
  const user = userEvent.setup()
  render(
    <Disclosure label="More settings">
      <input aria-label="Seed" />
    </Disclosure>,
  )
  const button = screen.getByRole('button', { name: 'More settings', expanded: false })
  expect(screen.queryByRole('textbox')).toBeNull()
  await user.click(button)
  expect(button).toHaveAttribute('aria-expanded', 'true')
  await user.type(screen.getByRole('textbox'), '4711')
  await user.click(button)
  await user.click(button)
  expect(screen.getByRole('textbox')).toHaveValue('4711')
})
