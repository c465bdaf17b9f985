import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { MotionPreference } from './preference.ts'
import { Spring } from './Spring.tsx'
import { SpringMotion } from './SpringMotion.tsx'

const animated = vi.spyOn(Element.prototype, 'animate')
/** Those on the page: framer-motion tries one on an element of its own, to learn what the browser can do. */
const moves = () =>
  animated.mock.calls.filter((_, index) => (animated.mock.contexts[index] as Element).isConnected)

afterEach(() => animated.mockClear())

const balance = (words: string, preference: 'user' | 'always' | 'never' = 'user') => (
  <MotionPreference value={preference}>
    <SpringMotion trigger={words} from={{ scale: 1.07, y: 4 }} className="balance">
      {words}
    </SpringMotion>
  </MotionPreference>
)

it('shows its words before and after the animating part is there', async () => {
  render(
    <Spring trigger="$900.00" from={{ y: 4 }} className="balance">
      $900.00
    </Spring>,
  )
  expect(screen.getByText('$900.00')).toHaveClass('balance')
  await act(() => import('./SpringMotion.tsx'))
  expect(screen.getByText('$900.00')).toHaveClass('balance')
})

it('stands still at first, and springs from where it is told to when it changes', () => {
  const { rerender } = render(balance('$1,000.00'))
  rerender(balance('$1,000.00'))
  expect(moves()).toEqual([])
  rerender(balance('$900.00'))
  expect(screen.getByText('$900.00')).toHaveClass('balance')
  expect(moves()).toEqual([
    [
      { transform: ['translateY(4px) scale(1.07)', 'none'] },
      expect.objectContaining({ duration: 250, easing: expect.stringContaining('linear(') }),
    ],
  ])
})

it('changes without a move where less motion is asked for, and moves again where it is not', () => {
  const { rerender } = render(balance('$1,000.00', 'always'))
  rerender(balance('$900.00', 'always'))
  rerender(balance('$900.00', 'never'))
  expect(moves()).toEqual([])
  rerender(balance('$800.00', 'never'))
  expect(moves()).toHaveLength(1)
})
