import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderIn } from '../testing/render-in.tsx'
import { Foot } from './Foot.tsx'

const permalink = vi.fn((from = 'now', alone?: string) => `https://example.org/?${from}=${alone}`)

afterEach(() => vi.unstubAllGlobals())

describe('the foot of a scene in a frame', () => {
  it('leads to the whole page in a tab of its own, at the moment of the click', async () => {
    renderIn({}, <Foot permalink={permalink} />)
    const link = screen.getByRole('link', { name: 'Open on its own page' })
    expect(link).toHaveAttribute('href', 'https://example.org/?start=alone')
    expect(link).toHaveAttribute('target', '_blank')
    // jsdom cannot navigate, and need not.
    link.addEventListener('click', event => event.preventDefault())
    await userEvent.click(link)
    expect(link).toHaveAttribute('href', 'https://example.org/?now=alone')
  })

  it('in a sandbox without an origin copies the link, and offers it as text where that is refused', async () => {
    vi.stubGlobal('origin', 'null')
    const user = userEvent.setup()
    renderIn({}, <Foot permalink={permalink} />)
    expect(screen.queryByRole('link')).toBeNull()
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    write.mockRejectedValueOnce(new Error('refused'))
    await user.click(screen.getByRole('button', { name: 'Copy the link to its own page' }))
    const field = await screen.findByRole('textbox', { name: /Copy the link by hand/ })
    expect(field).toHaveValue('https://example.org/?now=alone')
    await user.click(screen.getByRole('button', { name: 'Copy the link to its own page' }))
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
