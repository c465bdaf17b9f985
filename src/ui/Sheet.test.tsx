import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Sheet } from './Sheet.tsx'

it('is a region named by its heading', () => {
  render(
    <Sheet heading="Events" level={3} note="so far">
      none yet
    </Sheet>,
  )
  expect(screen.getByRole('region', { name: 'Events' })).toHaveTextContent('none yet')
  expect(screen.getByRole('heading', { name: 'Events', level: 3 })).toBeVisible()
})

it('is a region named by its label', () => {
  render(<Sheet label="Settings">knobs</Sheet>)
  expect(screen.getByRole('region', { name: 'Settings' })).toBeVisible()
})
