import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderIn } from '../testing/render-in.tsx'
import { Share } from './Share.tsx'

const LINK = 'https://example.org/?seed=202&run=here'
const open = async () => {
  const { user, simulator } = renderIn({}, <Share permalink={() => LINK} />)
  return { user, simulator, press: () => user.click(screen.getByRole('button', { name: 'Copy link' })) }
}
const refuse = () =>
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(document, 'execCommand')
})

describe('the link to this moment', () => {
  it('goes to the clipboard, and says so', async () => {
    const { press, simulator } = await open()
    expect(screen.queryByRole('textbox')).toBeNull()
    await press()
    expect(await navigator.clipboard.readText()).toBe(LINK)
    expect(screen.getByText(/^Copied\./)).toBeVisible()
    expect(simulator.state.announcement?.text).toMatch(/^Copied\./)
    expect(screen.getByRole('button', { name: 'Copy link' })).toHaveAttribute('aria-expanded', 'true')
  })

  it('is shown to be copied by hand where the clipboard is refused', async () => {
    const { press, user } = await open()
    refuse()
    await press()
    const text = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to this moment' })
    expect(text).toHaveValue(LINK)
    expect(screen.getByText(/^Copy this link/)).toBeVisible()
    await user.click(text)
    expect(text.value.slice(text.selectionStart ?? 0, text.selectionEnd ?? 0)).toBe(LINK)
    await user.click(screen.getByRole('button', { name: 'Close the link' }))
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('is shown where there is no clipboard at all', async () => {
    const { press } = await open()
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard)
    await press()
    expect(screen.getByRole('textbox', { name: 'Link to this moment' })).toHaveValue(LINK)
  })

  it('is copied the old way where that is allowed, and the focus stays where it was', async () => {
    const { press } = await open()
    refuse()
    const copied: unknown[] = []
    const execCommand = () => copied.push(document.querySelector('textarea')?.value) > 0
    Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand })
    await press()
    expect(copied).toEqual([LINK])
    expect(screen.getByText(/^Copied\./)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Copy link' })).toHaveFocus()
    expect(document.querySelector('textarea')).toBeNull()
  })
})
