import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Button } from './Button.tsx'
import { LockablePart, Locked, LockedParts } from './Locked.tsx'
import { NumberField } from './NumberField.tsx'
import { Segments } from './Segments.tsx'
import { Select } from './Select.tsx'
import { Slider } from './Slider.tsx'
import { Switch } from './Switch.tsx'

const OPTIONS = [
  { value: 'a', label: 'One' },
  { value: 'b', label: 'Two' },
]

function Controls({ onAny }: { onAny: () => void }) {
  return (
    <>
      <Button onClick={onAny}>Press</Button>
      <Switch label="Keys" checked={false} onChange={onAny} hint="Off." />
      <Slider label="Loss" min={0} max={10} step={1} value={5} valueText={String} onCommit={onAny} />
      <Select label="Which" options={OPTIONS} value="a" onChange={onAny} />
      <NumberField label="Amount" min={0} max={10} value={5} onCommit={onAny} />
    </>
  )
}

const controls = () => [
  screen.getByRole('button', { name: 'Press' }),
  screen.getByRole('switch', { name: 'Keys' }),
  screen.getByRole('slider', { name: 'Loss' }),
  screen.getByRole('combobox', { name: 'Which' }),
  screen.getByRole('spinbutton', { name: 'Amount' }),
]

describe('what is locked', () => {
  it('keeps its names, says why, and takes neither press nor key', async () => {
    const onAny = vi.fn()
    render(
      <Locked when reason="Set by the course.">
        <Controls onAny={onAny} />
      </Locked>,
    )
    for (const control of controls()) {
      expect(control).toHaveAccessibleDescription(/Set by the course\.$/)
      await userEvent.click(control)
      await userEvent.type(control, '{ArrowRight}{Enter}')
    }
    expect(onAny).not.toHaveBeenCalled()
    const [button, toggle, ...fields] = controls()
    for (const control of [button, toggle]) expect(control).toHaveAttribute('aria-disabled', 'true')
    for (const field of fields) expect(field).toBeDisabled()
  })

  it('can be a choice of a few side by side, whose group says why', () => {
    render(
      <Locked when reason="Set by the course.">
        <Segments label="Policy" options={OPTIONS} value="a" onChange={() => {}} />
      </Locked>,
    )
    expect(screen.getByRole('radiogroup', { name: /^Policy/ })).toHaveAccessibleDescription(
      'Set by the course.',
    )
    for (const option of screen.getAllByRole('radio')) expect(option).toBeDisabled()
  })

  it('is only the part that is named, with all that is in it', async () => {
    const onAny = vi.fn()
    render(
      <LockedParts names={['settings']}>
        <LockablePart name="settings">
          <LockablePart name="keys">
            <Switch label="Keys" checked={false} onChange={onAny} />
          </LockablePart>
        </LockablePart>
        <LockablePart name="playback">
          <Button onClick={onAny}>Play</Button>
        </LockablePart>
      </LockedParts>,
    )
    await userEvent.click(screen.getByRole('switch', { name: 'Keys' }))
    expect(onAny).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Play' }))
    expect(onAny).toHaveBeenCalledOnce()
  })

  it('is nothing where nothing is named', async () => {
    const onAny = vi.fn()
    render(
      <Locked when={false}>
        <Controls onAny={onAny} />
      </Locked>,
    )
    for (const control of controls()) {
      expect(control).toBeEnabled()
      expect(control).not.toHaveAttribute('aria-disabled')
    }
    await userEvent.click(screen.getByRole('switch', { name: 'Keys' }))
    expect(onAny).toHaveBeenCalledOnce()
  })
})
