import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HIDEABLE, type Hideable } from '../embed/page-knobs.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import '../testing/light-page.mocked.tsx'
import { openPage } from '../testing/open-page.tsx'

/** A window in which only the media queries that match the pattern hold. */
function onScreen(matching: RegExp) {
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: matching.test(query), media: query }),
  )
}
const onPhone = () => onScreen(/max-width/)

afterEach(() => {
  vi.unstubAllGlobals()
  for (const name of ['theme', 'motion']) delete document.documentElement.dataset[name]
})

const regions = () => screen.getAllByRole('region').map(region => region.getAttribute('aria-label'))

describe.each(['wide', 'compact'] as const)('the %s page', layout => {
  const open = (given: Parameters<typeof openPage>[0] = {}) => {
    if (layout === 'compact') onPhone()
    return openPage(given)
  }

  it('has exactly one Pay button, one New payment and one switch for the keys', () => {
    open()
    expect(screen.getByTestId('simulator')).toHaveAttribute('data-layout', layout)
    expect(screen.getAllByRole('button', { name: 'Pay $100' })).toHaveLength(1)
    expect(screen.getAllByRole('button', { name: 'New payment' })).toHaveLength(1)
    expect(screen.getAllByRole('switch', { name: 'Idempotency keys' })).toHaveLength(1)
  })

  it('has one heading of the first level', () => {
    open()
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
  })

  it('has every region of the contract once', async () => {
    open()
    for (const name of ['Stage', 'Balance', 'Events', 'Settings'])
      expect(await screen.findAllByRole('region', { name })).toHaveLength(1)
  })

  /** How each part is found. By label and text, not by role: that is many times faster. */
  const parts: Record<Hideable, () => Element | null> = {
    keys: () => screen.queryByLabelText('Idempotency keys'),
    drop: () => screen.queryByLabelText('Response drop rate'),
    retry: () => screen.queryByLabelText('Retry automatically'),
    settings: () => screen.queryByText('More settings'),
    playback: () => screen.queryByLabelText('Step forward'),
    timeline: () => screen.queryByLabelText('Timeline'),
    stage: () => screen.queryByLabelText('Stage'),
    balance: () => screen.queryByText('the balance'),
    events: () => screen.queryByText('Events'),
    verdict: () => screen.queryByTestId('verdict'),
    header: () => document.querySelector('header'),
    closer: () => screen.queryByText('Look closer'),
  }

  it('leaves out each part that is hidden, and nothing else', async () => {
    const { pageStore } = open()
    await screen.findByText('the balance')
    // The settings hold these controls; on a small screen the keys are in the bar instead.
    const held: Hideable[] = layout === 'wide' ? ['keys', 'drop', 'retry'] : ['drop', 'retry']
    for (const hidden of HIDEABLE) {
      act(() => pageStore.setState({ hide: [hidden] }))
      const gone = HIDEABLE.filter(part => parts[part]() === null)
      expect(gone.sort()).toEqual([hidden, ...(hidden === 'settings' ? held : [])].sort())
      expect(screen.getAllByText('Pay $100')).toHaveLength(1)
      expect(document.querySelectorAll('h1')).toHaveLength(1)
    }
  })

  it('can be hidden down to the Pay button', () => {
    open({ page: { hide: HIDEABLE } })
    expect(regions()).toEqual(['Pay'])
    expect(screen.getByRole('status')).toBeInTheDocument()
  })

  /** A control in each part that can be locked here; the balance is not drawn, and has none. */
  const CONTROLS: Partial<Record<Hideable, string[]>> = {
    keys: ['Idempotency keys', 'Same bad luck, keys on'],
    drop: ['Response drop rate'],
    retry: ['Retry automatically'],
    settings: [
      ...['Idempotency keys', 'Response drop rate', 'Retry automatically', 'New luck'],
      'Same bad luck, keys on',
    ],
    playback: ['Step back', 'Speed', 'Undo'],
    timeline: ['Timeline'],
    stage: ['Pay $100', 'New payment'],
    events: ['Every detail'],
    verdict: ['Same bad luck, keys on', 'Explain'],
    header: ['Share'],
    closer: ['Space-time diagram', 'Explain', 'Exports'],
  }

  it('locks each part: shown, disabled, with the reason; and nothing else', async () => {
    const { container, pageStore, runToEnd } = open({
      settings: { ...CALM, responseLoss: 1 },
      inputs: pays(0, 3000),
    })
    runToEnd()
    await screen.findByText('Same bad luck, keys on')
    await screen.findByText('Look closer')
    const isLocked = (control: Element) => control.getAttribute('title') === 'Locked on this page.'
    const wordsOf = (control: Element) =>
      control.getAttribute('aria-label') ??
      ('labels' in control && (control.labels as NodeListOf<Element>)[0]?.textContent) ??
      control.textContent
    const locked = () =>
      [...container.querySelectorAll('button, select, input')]
        .filter(isLocked)
        .map(each => wordsOf(each) || '')
    const has = (name: string) => locked().some(words => words.startsWith(name))
    expect(locked()).toEqual([])
    for (const [part, names] of Object.entries(CONTROLS)) {
      act(() => pageStore.setState({ lock: [part as Hideable] }))
      for (const name of names) expect(has(name), `${part} locks ${name}`).toBe(true)
      const others = Object.entries(CONTROLS)
        .filter(([other]) => other !== part && other !== 'settings')
        .flatMap(([, each]) => each)
        .filter(name => !names.includes(name))
      for (const other of others) expect(has(other), `${part} locks ${other}`).toBe(false)
    }
  })

  it('locks what would change or open a locked part from elsewhere, and nothing else', async () => {
    const { pageStore, runToEnd } = open({
      settings: { ...CALM, keys: 'per-payment', server: 'check-then-act', latency: '600-600' },
      inputs: pays(0, 120),
    })
    runToEnd()
    const rerun = await screen.findByRole('button', { name: 'Same bad luck, one transaction' })
    const verdict = within(screen.getByTestId('verdict'))
    const isLocked = (control: Element) => control.getAttribute('title') === 'Locked on this page.'
    const lock = (...parts: Hideable[]) => act(() => pageStore.setState({ lock: parts }))
    lock('keys')
    expect(isLocked(rerun), 'it leaves the keys as they are').toBe(false)
    lock('settings')
    expect(isLocked(rerun)).toBe(true)
    lock('closer')
    expect(isLocked(verdict.getByRole('button', { name: 'Explain' }))).toBe(true)
  })

  it('without its header may be embedded', () => {
    open({ page: { embed: '1' } })
    expect(screen.queryByRole('banner')).toBeNull()
    expect(screen.getByTestId('simulator')).toHaveAttribute('data-embedded', 'true')
  })

  it('takes no focus of its own', () => {
    open({ settings: CALM, inputs: pays(0), atMs: 300 })
    expect(document.body).toHaveFocus()
  })
})

describe('on a small screen', () => {
  it('Pay and the keys are in one bar', async () => {
    onPhone()
    const { simulator, user } = openPage()
    const bar = within(screen.getByRole('region', { name: 'Pay' }))
    await user.click(bar.getByRole('switch', { name: 'Idempotency keys' }))
    await user.click(bar.getByRole('button', { name: 'Pay $100' }))
    expect(simulator.state.session).toMatchObject({
      settings: { keys: 'per-payment' },
      inputs: [{ type: 'pay' }],
    })
  })
})

describe('in a frame', () => {
  it('Pay comes before the playback on a small screen, beside the wires from 820 px', () => {
    onPhone()
    openPage({ page: { embed: '1' } })
    expect(regions().slice(0, 4)).toEqual(['Verdict', 'Stage', 'Pay', 'Playback'])
  })

  it('settings and events stand below the stage where there is no room beside it', () => {
    onScreen(/max-width: 1099/)
    openPage({ page: { embed: '1' } })
    expect(screen.getByTestId('simulator')).toHaveAttribute('data-layout', 'wide')
    expect(screen.getByRole('region', { name: 'Stage' })).toContainElement(screen.getByText('Pay $100'))
    expect(screen.getAllByRole('switch', { name: 'Idempotency keys' })).toHaveLength(1)
    expect(regions().slice(0, 3)).toEqual(['Verdict', 'Stage', 'Playback'])
    expect(regions()).not.toContain('Pay')
  })
})

describe('a run that has not been watched', () => {
  const waits = () => screen.getByTestId('simulator').hasAttribute('data-waits')
  const run = { settings: CALM, inputs: pays(0), clock: 'auto', start: 'paused' } as const

  it('waits for Play, until it is watched', () => {
    const { simulator } = openPage(run)
    expect(waits()).toBe(true)
    act(() => simulator.step())
    expect(waits()).toBe(false)
    act(() => simulator.visit(0))
    expect(waits()).toBe(false)
  })

  it('waits for nothing where Play cannot be pressed, or there is nothing to play', () => {
    for (const given of [
      { ...run, page: { hide: ['playback'] } },
      { ...run, page: { lock: ['playback'] } },
      { ...run, clock: 'manual' },
      { ...run, inputs: [] },
    ] as const) {
      const { container } = openPage(given)
      expect(container.querySelector('[data-waits]')).toBeNull()
      cleanup()
    }
  })
})

describe('theme and motion', () => {
  it('are what the address says, and follow their controls', async () => {
    const { pageStore, user } = openPage({ page: { theme: 'dark', motion: 'reduce' } })
    const { dataset } = document.documentElement
    expect([dataset.theme, dataset.motion]).toEqual(['dark', 'reduce'])
    await user.click(screen.getByRole('button', { name: 'More settings' }))
    await user.click(screen.getByRole('button', { name: 'Page' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Light')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Motion' }), 'System')
    expect([dataset.theme, dataset.motion]).toEqual(['light', undefined])
    expect(pageStore.getState()).toMatchObject({ theme: 'light', motion: 'auto' })
  })
})
