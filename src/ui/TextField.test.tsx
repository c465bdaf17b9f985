import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { TextField } from './TextField.tsx'

const problemOf = (text: string) => (text.trim() === '' ? 'Say something.' : '')

function Example({ onCommit }: { onCommit: (text: string) => void }) {
  const [value, setValue] = useState('Week')
  return (
    <>
      <TextField
        label="Title"
        value={value}
        problemOf={problemOf}
        onCommit={text => {
          setValue(text)
          onCommit(text)
        }}
      />
      <button type="button" onClick={() => setValue('Other')}>
        Change
      </button>
    </>
  )
}

describe('a field of text', () => {
  it('hands on every text that nothing is wrong with', async () => {
    const onCommit = vi.fn()
    render(<Example onCommit={onCommit} />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), ' 3')
    expect(onCommit.mock.calls).toEqual([['Week '], ['Week 3']])
    expect(screen.getByRole('textbox')).toHaveValue('Week 3')
  })

  it('keeps what is wrong to itself, says why, and gives way to a value from elsewhere', async () => {
    const onCommit = vi.fn()
    render(<Example onCommit={onCommit} />)
    await userEvent.clear(screen.getByRole('textbox'))
    expect(onCommit).not.toHaveBeenCalled()
    expect(screen.getByRole('textbox')).toBeInvalid()
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription('Say something.')
    await userEvent.click(screen.getByRole('button'))
    expect(screen.getByRole('textbox')).toHaveValue('Other')
    expect(screen.getByRole('textbox')).toBeValid()
  })
})
