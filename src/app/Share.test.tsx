import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pays } from '../sim/testing/run.ts'
import { renderIn } from '../testing/render-in.tsx'
import { Share } from './Share.tsx'

const ADDRESS = 'https://example.org/?seed=202&run='
const permalink = (from = 'now') => ADDRESS + from
const button = (name: string) => screen.getByRole('button', { name })
const linkField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Link' })
const selected = ({ value, selectionStart, selectionEnd }: HTMLInputElement) =>
  value.slice(selectionStart ?? 0, selectionEnd ?? 0)

async function opened(link: (from?: 'start' | 'now') => string = permalink) {
  const { user, simulator, seek } = renderIn({ inputs: pays(0) }, <Share permalink={link} />)
  seek(1432)
  await user.click(button('Share'))
  return { user, simulator }
}
const refuse = () =>
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
const share = (done: () => Promise<void>) => {
  const shared = vi.fn(done)
  Object.defineProperty(navigator, 'share', { configurable: true, value: shared })
  return shared
}

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(document, 'execCommand')
  Reflect.deleteProperty(navigator, 'share')
})

describe('the share panel', () => {
  it('opens below its button with the focus in it, and gives the focus back', async () => {
    const { user } = await opened()
    expect(button('Share')).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getByRole('radio', { name: 'At this moment (1.4 s)' })).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(button('Share')).toHaveFocus()
    await user.keyboard('{Enter}')
    await user.click(button('Close sharing'))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(button('Share')).toHaveFocus()
  })

  it('closes on a press elsewhere, and when the focus goes elsewhere', async () => {
    const { user } = await opened()
    fireEvent.pointerDown(document.body)
    expect(button('Share')).toHaveAttribute('aria-expanded', 'false')
    const elsewhere = document.createElement('button')
    document.body.append(elsewhere)
    await user.click(button('Share'))
    act(() => linkField().focus())
    expect(button('Share')).toHaveAttribute('aria-expanded', 'true')
    act(() => elsewhere.focus())
    expect(button('Share')).toHaveAttribute('aria-expanded', 'false')
    elsewhere.remove()
  })

  it('gives the link of this moment, or that from the start, and says how long it is', async () => {
    const { user } = await opened()
    expect(linkField()).toHaveValue(`${ADDRESS}now`)
    expect(screen.getByText(`${ADDRESS.length + 3} characters`)).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'From the start' }))
    expect(linkField()).toHaveValue(`${ADDRESS}start`)
    expect(screen.getByText(`${ADDRESS.length + 5} characters`)).toBeVisible()
    await user.click(linkField())
    expect(selected(linkField())).toBe(`${ADDRESS}start`)
  })

  it('keeps the link of when it was opened', async () => {
    let count = 0
    const { user } = await opened(from => `${ADDRESS}${from}${count++}`)
    const before = linkField().value
    await user.click(screen.getByRole('radio', { name: 'From the start' }))
    await user.click(screen.getByRole('radio', { name: /^At this moment/ }))
    expect(linkField()).toHaveValue(before)
    expect(count).toBe(2)
  })
})

describe('Copy link', () => {
  it('puts the chosen link into the clipboard, and says so of that link alone', async () => {
    const { user, simulator } = await opened()
    await user.click(button('Copy link'))
    expect(await navigator.clipboard.readText()).toBe(`${ADDRESS}now`)
    expect(button('Copied')).toHaveFocus()
    expect(simulator.state.announcement?.text).toBe('Copied the link.')
    await user.click(screen.getByRole('radio', { name: 'From the start' }))
    await user.click(button('Copy link'))
    expect(await navigator.clipboard.readText()).toBe(`${ADDRESS}start`)
  })

  const refusals: [string, () => void][] = [
    ['is refused', refuse],
    [
      'is not there',
      () => vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard),
    ],
  ]
  it.each(refusals)('selects the link to be copied by hand where the clipboard %s', async (_, prepare) => {
    const { user, simulator } = await opened()
    prepare()
    await user.click(button('Copy link'))
    expect(screen.getByText(/^The clipboard is refused here/)).toBeVisible()
    expect(simulator.state.announcement?.text).toMatch(/by hand/)
    expect(linkField()).toHaveFocus()
    expect(selected(linkField())).toBe(`${ADDRESS}now`)
    expect(button('Copy link')).toBeVisible()
  })

  it('copies the old way where that is allowed; panel and focus stay', async () => {
    const { user } = await opened()
    refuse()
    const copied: unknown[] = []
    const execCommand = () => copied.push(document.querySelector('textarea')?.value) > 0
    Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand })
    await user.click(button('Copy link'))
    expect(copied).toEqual([`${ADDRESS}now`])
    expect(button('Copied')).toHaveFocus()
    expect(document.querySelector('textarea')).toBeNull()
  })
})

describe('Share…', () => {
  it('is there only where the device shares', async () => {
    await opened()
    expect(screen.queryByRole('button', { name: 'Share…' })).toBeNull()
  })

  it('hands the chosen link to the device', async () => {
    const shared = share(async () => {})
    const { user } = await opened()
    await user.click(screen.getByRole('radio', { name: 'From the start' }))
    await user.click(button('Share…'))
    expect(shared).toHaveBeenCalledWith({ title: document.title, url: `${ADDRESS}start` })
  })

  it('says nothing when one thinks better of it, and what to do when it fails', async () => {
    const outcomes = [new DOMException('', 'AbortError'), new TypeError('no')]
    share(() => Promise.reject(outcomes.shift()))
    const { user } = await opened()
    await user.click(button('Share…'))
    expect(screen.queryByText(/cannot share/)).toBeNull()
    await user.click(button('Share…'))
    expect(await screen.findByText(/^This device cannot share it/)).toBeVisible()
  })
})

describe('the QR code', () => {
  it('is shown on request, and names what it holds', async () => {
    const { user } = await opened()
    expect(button('QR code')).toHaveAttribute('aria-expanded', 'false')
    await user.click(button('QR code'))
    expect(await screen.findByRole('img', { name: 'QR code of the link, at this moment' })).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'From the start' }))
    expect(screen.getByRole('img', { name: 'QR code of the link, from the start' })).toBeVisible()
    await user.click(button('QR code'))
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('of too long a link is a sentence', async () => {
    const { user } = await opened(() => ADDRESS + 'x'.repeat(1300))
    await user.click(button('QR code'))
    await waitFor(() => expect(screen.getByText(/too long for a code/)).toBeVisible())
    expect(screen.queryByRole('img')).toBeNull()
  })
})
