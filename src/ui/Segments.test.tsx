import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Segments } from './Segments.tsx'

const OPTIONS = [
  { value: 'a', label: 'One' },
  { value: 'b', label: 'Two', disabled: true },
  { value: 'c', label: 'Three' },
]

function Example() {
  const [value, setValue] = useState('a')
  return <Segments label="Which" options={OPTIONS} value={value} onChange={setValue} hint="Of three." />
}

describe('a choice of segments', () => {
  it('is a named group of radio buttons, with its hint', async () => {
    render(<Example />)
    const group = screen.getByRole('radiogroup', { name: 'Which' })
    expect(group).toHaveAccessibleDescription('Of three.')
    await userEvent.click(screen.getByRole('radio', { name: 'Three' }))
    expect(screen.getByRole('radio', { name: 'Three' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'One' })).not.toBeChecked()
  })

  it('is one stop for the keyboard, and arrows leave out what cannot be chosen', async () => {
    render(<Example />)
    await userEvent.tab()
    expect(screen.getByRole('radio', { name: 'One' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('radio', { name: 'Three' })).toBeChecked()
    await userEvent.tab()
    expect(document.body).toHaveFocus()
  })
})
