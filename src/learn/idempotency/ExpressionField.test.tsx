import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ExpressionField } from './ExpressionField.tsx'

function setUp(value: string) {
  const onCommit = vi.fn<(text: string) => void>()
  const onRefuse = vi.fn<() => void>()
  const { container } = render(<ExpressionField value={value} onCommit={onCommit} onRefuse={onRefuse} />)
  return {
    onCommit,
    onRefuse,
    user: userEvent.setup(),
    caret: () => container.querySelector('pre')?.textContent,
  }
}
const field = () => screen.getByRole('textbox', { name: 'Your expression' })

it('takes what can be read and refuses the rest, with its place', async () => {
  const { onCommit, onRefuse, user, caret } = setUp('x')
  await user.type(field(), '+')
  expect(onRefuse).toHaveBeenCalledOnce()
  expect(field()).toBeInvalid()
  expect(field()).toHaveAccessibleDescription(/^At place 3: Here a number, x or a parenthesis is missing/)
  expect(caret()).toBe('x+\n  ^')
  await user.type(field(), '1')
  expect(onCommit).toHaveBeenLastCalledWith('x+1')
  expect(field()).toBeValid()
  expect(caret()).toBeUndefined()
})

it('points into a long text by showing what is around the place', () => {
  const { caret } = setUp(`${'1 + '.repeat(10)}y + 1`)
  const [text = '', mark = ''] = caret()?.split('\n') ?? []
  expect(text.length).toBeLessThanOrEqual(31)
  expect(text.startsWith('…')).toBe(true)
  expect(text.charAt(mark.indexOf('^'))).toBe('y')
})

it('lets nobody type more than may be read', () => {
  setUp('x')
  expect(field()).toHaveAttribute('maxlength', '60')
})
