import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Slider } from './Slider.tsx'

function setUp(value = 50) {
  const onInput = vi.fn()
  const onCommit = vi.fn()
  const slider = (now: number) => (
    <Slider
      label="Response drop rate"
      min={0}
      max={100}
      step={5}
      value={now}
      valueText={percent => `${percent}%`}
      onInput={onInput}
      onCommit={onCommit}
    />
  )
  const { rerender } = render(slider(value))
  const control = screen.getByRole('slider', { name: 'Response drop rate' })
  return { control, onInput, onCommit, give: (now: number) => rerender(slider(now)) }
}

it('reports every move, and commits once', () => {
  const { control, onInput, onCommit } = setUp()
  fireEvent.input(control, { target: { value: '60' } })
  fireEvent.input(control, { target: { value: '70' } })
  expect(onInput.mock.calls).toEqual([[60], [70]])
  expect(onCommit).not.toHaveBeenCalled()
  expect(control).toHaveValue('70')
  expect(control).toHaveAttribute('aria-valuetext', '70%')
  expect(screen.getByText('70%')).toBeVisible()

  fireEvent(control, new Event('change', { bubbles: true }))
  expect(onCommit.mock.calls).toEqual([[70]])
})

it('commits a value that is filled in without a move', () => {
  const { control, onCommit } = setUp()
  fireEvent.change(control, { target: { value: '35' } })
  expect(onCommit.mock.calls).toEqual([[35]])
})

it('shows the given value again when the parent does not take the new one', () => {
  const { control } = setUp()
  fireEvent.input(control, { target: { value: '70' } })
  fireEvent(control, new Event('change', { bubbles: true }))
  expect(control).toHaveValue('50')
})

it('shows a value that is changed from outside during a drag', () => {
  const { control, give } = setUp()
  fireEvent.input(control, { target: { value: '70' } })
  give(20)
  expect(control).toHaveValue('20')
})

it('takes back a press that turns out to scroll the page', () => {
  const { control, onInput, onCommit } = setUp()
  fireEvent.pointerDown(control)
  fireEvent.input(control, { target: { value: '15' } })
  fireEvent.pointerCancel(control)
  expect(control).toHaveValue('50')
  expect(onInput.mock.calls).toEqual([[15], [50]])
  // The browser says so once the finger is lifted.
  fireEvent(control, new Event('change', { bubbles: true }))
  expect(onCommit).not.toHaveBeenCalled()
})
