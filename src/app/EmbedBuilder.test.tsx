import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseAddress } from '../embed/address.ts'
import { parseChange } from '../embed/twin-change.ts'
import { pays } from '../sim/testing/run.ts'
import { SimulatorProvider } from '../store/react.tsx'
import { renderIn } from '../testing/render-in.tsx'
import { EmbedBuilder } from './EmbedBuilder.tsx'

const radio = (name: string | RegExp) => screen.getByLabelText(name, { selector: '[type=radio]' })
const radioOf = (group: string, name: string) =>
  within(screen.getByRole('radiogroup', { name: group })).getByLabelText(name)
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const snippet = () => screen.getByLabelText<HTMLTextAreaElement>(/^Snippet: /)

/** What the frame of the snippet is given. */
function frame() {
  const [iframe] = new DOMParser().parseFromString(snippet().value, 'text/html').body.children
  const { search, hash } = new URL(iframe?.getAttribute('src') ?? '', 'https://example.org')
  return { ...parseAddress(search), search, hash, style: iframe?.getAttribute('style') }
}

const builder = (given: Parameters<typeof renderIn>[0] = {}) => renderIn(given, <EmbedBuilder />)

afterEach(() => {
  vi.restoreAllMocks()
  window.history.replaceState(null, '')
})

describe('a reload', () => {
  it('leaves what was chosen, and Start over is kept as well', () => {
    builder()
    fireEvent.click(radio('Twin'))
    fireEvent.click(button(/^Shown, locked or hidden/))
    fireEvent.click(radioOf('Balance', 'Hidden'))
    const chosen = snippet().value
    cleanup()
    builder()
    expect(snippet().value).toBe(chosen)
    expect(frame()).toMatchObject({ hash: '#/twin', page: { hide: ['balance'] } })
    fireEvent.click(button('Start over'))
    cleanup()
    builder()
    expect(frame()).toMatchObject({ hash: '#/', page: { hide: [] } })
  })

  it.each([[7], [null], [{ scene: 5, parts: null, heightPx: 'tall', constructor: 'x' }]])(
    'begins anew with %o',
    choices => {
      window.history.replaceState({ choices }, '')
      builder()
      expect(frame()).toMatchObject({ problems: [], hash: '#/', page: { hide: [] } })
      expect(button(/^The story/)).toHaveAttribute('aria-pressed', 'true')
    },
  )
})

describe('the builder', () => {
  it('shows a snippet that works before anything is chosen', () => {
    builder()
    expect(frame()).toMatchObject({
      problems: [],
      page: { embed: '1' },
      style: 'width:100%;height:640px;border:0',
    })
    expect(button(/^The story/)).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByTitle('Preview: Double Charge Simulator')).toHaveAttribute(
      'src',
      expect.stringContaining('embed=1'),
    )
  })

  it('of a twin says what differs, and to what', async () => {
    const { user } = builder()
    await user.click(radio('Twin'))
    expect(frame()).toMatchObject({ hash: '#/twin', page: { twin: '' } })
    await user.selectOptions(screen.getByRole('combobox', { name: 'What differs' }), 'Server strategy')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Server strategy' }), 'set-nx')
    expect(parseChange(frame().page.twin)).toEqual({ change: { server: 'set-nx' }, problems: [] })
  })

  it('writes what is chosen of scene, parts and settings, and starts over', async () => {
    const { user } = builder()
    await user.click(radio('A scenario'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Scenario' }), 'The race on check-then-act')
    await user.click(button(/^Shown, locked or hidden/))
    await user.click(radioOf('Events', 'Hidden'))
    await user.click(radioOf('Idempotency keys', 'Locked'))
    await user.click(button(/^Settings/))
    await user.click(button('Client'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Key policy' }), 'Off: no key')
    expect(frame()).toMatchObject({
      named: { seed: 3, keys: 'off' },
      page: { scenario: 'check-then-act', start: 'paused', hide: ['events'], lock: ['keys'] },
    })
    expect(button(/^Settings/)).toHaveTextContent('1 changed')
    await user.click(button('As the scene has them'))
    expect(frame().named).toEqual({ seed: 3 })
    await user.click(button('Start over'))
    expect(frame().search).toBe('?seed=202&embed=1')
  })

  it('begins with a quick start, and says of the twin what belongs to it', async () => {
    const { user } = builder()
    await user.click(button(/^Twin, keys off and on/))
    expect(frame().hash).toBe('#/twin')
    await user.click(button(/^Shown, locked or hidden/))
    expect(screen.queryByRole('radiogroup', { name: 'Events' })).toBeNull()
    expect(screen.getByRole('radiogroup', { name: 'Stage' })).toBeVisible()
  })

  it('offers the run only where there is one, from its beginning or from this moment', async () => {
    const { user } = builder({ inputs: pays(0), settings: { seed: 7 } })
    await user.click(radio('Your run'))
    const fromStart = frame()
    expect(fromStart.named).toEqual({ seed: 7 })
    expect(fromStart.page.run).toMatch(/^1\./)
    await user.click(radio(/^This moment/))
    expect(frame().page.run).not.toBe('')
    await user.click(button(/^Settings/))
    expect(screen.getByText('A run keeps the settings it was made with.')).toBeVisible()
  })

  it('says why there is no run to show yet', () => {
    builder()
    expect(radio('Your run')).toBeDisabled()
    expect(screen.getByRole('radiogroup', { name: 'Scene' })).toHaveAccessibleDescription(
      /press Pay in the simulator first/,
    )
  })

  it('says in the snippet’s place what cannot work, and takes nothing wrong', async () => {
    const { user } = builder()
    await user.click(button(/^Frame and build/))
    await user.click(radio('Single file'))
    expect(frame().style).toContain('640px')
    const address = screen.getByRole('textbox', { name: 'Address of the file' })
    await user.clear(address)
    expect(address).toHaveAccessibleDescription(/Say where the file is/)
    expect(snippet().value).toContain('src="standalone.html?')
    await user.type(address, 'week-3/s.html')
    expect(snippet().value).toContain('src="week-3/s.html?')
    await user.click(radio('embed.js'))
    expect(screen.queryByLabelText(/^Snippet: /)).toBeNull()
    expect(screen.getByText(/is not part of the single file\. Copy the iframe/)).toBeVisible()
  })

  it('copies the text as it stands, and selects it where the clipboard is refused', async () => {
    const { user, simulator } = builder()
    await user.click(radio('Link'))
    const text = snippet().value
    await user.click(button('Copy'))
    expect(await navigator.clipboard.readText()).toBe(text)
    expect(button('Copied')).toBeVisible()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    await user.click(radio('MDX'))
    await user.click(button('Copy'))
    const { value, selectionStart, selectionEnd } = snippet()
    expect([selectionStart, selectionEnd]).toEqual([0, value.length])
    expect(snippet()).toHaveFocus()
    expect(simulator.state.announcement).toMatchObject({ text: expect.stringContaining('refused') })
    expect(screen.getByText(/^The clipboard is refused here/)).toBeVisible()
  })

  it('keeps what is chosen while one is elsewhere', async () => {
    const { user, simulator } = builder()
    await user.click(button(/^Only the stage/))
    const { search } = frame()
    cleanup()
    render(
      <SimulatorProvider simulator={simulator}>
        <EmbedBuilder />
      </SimulatorProvider>,
    )
    expect(frame().search).toBe(search)
  })
})

describe('the preview', () => {
  const tell = (source: Window | null | undefined, height: unknown, type = 'resize') =>
    fireEvent(
      window,
      new MessageEvent('message', {
        source: source as Window,
        data: { source: 'double-charge-simulator', v: 1, type, payload: { height } },
      }),
    )
  const preview = () => screen.getByTitle<HTMLIFrameElement>(/^Preview/)

  it('is as high as its own frame says, and heeds nobody else', () => {
    builder()
    tell(window, 900)
    tell(preview().contentWindow, Number.NaN)
    tell(preview().contentWindow, 1e9)
    tell(preview().contentWindow, 900, 'event')
    expect(preview()).toHaveStyle({ height: '640px' })
    tell(preview().contentWindow, 700, 'ready')
    expect(preview()).toHaveStyle({ height: '700px' })
    tell(preview().contentWindow, 812.4)
    expect(preview()).toHaveStyle({ height: '813px' })
  })

  it('is as wide and as high as it is fixed', async () => {
    const { user } = builder()
    await user.click(button(/^Frame and build/))
    await user.click(radio('Fixed'))
    const height = screen.getByRole('spinbutton', { name: 'Pixels' })
    await user.clear(height)
    await user.type(height, '200{Enter}')
    expect(height).toHaveAccessibleDescription(/from 280 to 2000/)
    await user.clear(height)
    await user.type(height, '480{Enter}')
    await user.click(radio('280'))
    tell(preview().contentWindow, 900)
    expect(preview()).toHaveStyle({ width: '280px', height: '480px' })
    expect(frame()).toMatchObject({ style: 'width:100%;height:480px;border:0', page: { resize: 'off' } })
  })
})

describe('the sample of a locked control', () => {
  it('stands beside the same control in use, with what a student is told', async () => {
    const { user } = builder()
    const locked = screen.getByRole('group', { name: 'Locked' })
    const free = screen.getByRole('group', { name: 'As usual' })
    for (const group of [locked, free]) await user.click(within(group).getByRole('switch'))
    expect(within(free).getByRole('switch')).toBeChecked()
    expect(within(locked).getByRole('switch')).not.toBeChecked()
    const told = within(locked)
      .getByText(/is told/)
      .textContent?.match(/“(.*)”/)?.[1]
    expect(within(locked).getByRole('button')).toHaveAccessibleDescription(told)
  })
})
