import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pays } from '../sim/testing/run.ts'
import { openPage } from '../testing/open-page.tsx'
// It is fetched when it is asked for; loaded here, it is there at once.
import './Presenter.tsx'

// By label and text where that tells enough: looking for roles in a whole page takes many times as long.
const button = (name: string) => screen.getByLabelText(name)
const caption = () => screen.getByLabelText('Caption').textContent
const blank = () => screen.queryByLabelText('Show the screen again')
const regions = () =>
  [...document.querySelectorAll('section')].map(region => region.getAttribute('aria-label'))
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key })
}

async function presented(given: Parameters<typeof openPage>[0] = {}) {
  const page = openPage({ ...given, page: { presenter: '1', ...given.page } })
  await screen.findByText('Next')
  return page
}

afterEach(() => {
  window.history.replaceState(null, '')
  window.location.hash = ''
  vi.restoreAllMocks()
})

describe('presenter mode', () => {
  it('begins with a title card and tells the talk by its buttons', async () => {
    const { user } = await presented()
    expect(screen.getByRole('heading', { name: 'The ghost' })).toBeVisible()
    expect(screen.getByText('Chapter 1 of 5')).toBeVisible()
    expect(screen.queryByText('Share')).toBeNull()
    await user.click(screen.getByText('Next'))
    expect(caption()).toBe('You press Pay.')
    expect(screen.getByTestId('verdict')).toHaveTextContent('Under way')
    await user.click(screen.getByText('Next'))
    expect(caption()).toBe('The bank charges $100.')
    await user.click(screen.getByText('Previous'))
    expect(caption()).toBe('You press Pay.')
    expect(screen.getByLabelText('Presenter')).toHaveTextContent('The ghost 1 of 5')
  })

  it('leaves out what a hall does not need, and has one Pay button', async () => {
    await presented({ inputs: pays(0) })
    expect(regions()).toEqual(['Verdict', 'Stage', 'Caption', 'Presenter', 'Playback'])
    expect(screen.getAllByRole('button', { name: /^Pay \$/ })).toHaveLength(1)
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
  })

  it('hides what the address hides', async () => {
    await presented({ inputs: pays(0), page: { hide: ['stage', 'verdict', 'timeline'] } })
    expect(regions()).toEqual(['Pay', 'Caption', 'Presenter'])
  })

  it('presents a run alone, from the moment it stands at', async () => {
    await presented({ inputs: pays(0, 3000), atMs: 2500 })
    expect(caption()).toMatch(/^No answer: timed out/)
    expect(screen.getByLabelText('Presenter')).toHaveTextContent('This run 4 of 7')
  })

  it('goes on with its chapter after a reload', async () => {
    window.history.replaceState({ chapter: 3 }, '')
    await presented()
    expect(screen.getByRole('heading', { name: 'The race on check-then-act' })).toBeVisible()
    press('PageUp')
    expect(window.history.state).toEqual({ chapter: 2 })
  })

  it.each([-1, 5, 1.5, '2', null])('begins anew where what it remembers is no chapter: %s', async chapter => {
    window.history.replaceState({ chapter }, '')
    await presented()
    expect(screen.getByRole('heading', { name: 'The ghost' })).toBeVisible()
  })

  it('tells the run of the twin, of both sides', async () => {
    const shown: string[] = []
    Element.prototype.scrollIntoView = function () {
      shown.push((this as HTMLElement).dataset.testid ?? '')
    }
    window.location.hash = '#/twin'
    await presented({ inputs: pays(0, 3000) })
    await screen.findByTestId('twin-second')
    press('PageDown')
    expect(caption()).toBe('First side: The bank charges $100.')
    press('PageDown')
    expect(caption()).toBe('Second side: The bank charges $100.')
    expect(shown).toEqual(['twin-first', 'twin-second'])
    press('End')
    expect(caption()).toBe('First side: The answer to attempt 2 arrives: 201 Created. You know now: paid.')
    expect(screen.getByLabelText('Presenter')).toHaveTextContent('11 of 11')
  })

  it('announces what it shows: the question, each caption as it comes', async () => {
    const { simulator } = await presented()
    const said = () => simulator.state.announcement?.text
    expect(said()).toBe('The ghost. The page says nothing, and you give up. Was the money taken?')
    press('PageDown')
    expect(said()).toBe('You press Pay.')
    press('PageDown')
    expect(said()).toBe('The bank charges $100.')
    press('PageUp', 'PageUp')
    expect(said()).toMatch(/^The ghost\. /)
    act(() => simulator.caption('Hands up: was it charged?'))
    press('PageDown')
    expect(said()).toMatch(/^The ghost\. /)
  })

  it('says on its title card what the address could not be taken at', async () => {
    const { simulator } = await presented()
    act(() => simulator.notify('unsure', 'There is no such scenario.'))
    expect(screen.getByText('There is no such scenario.')).toBeVisible()
    expect(screen.getByText('Chapter 1 of 5')).toBeVisible()
  })
})

describe('the blank screen', () => {
  it.each(['b', '.', 'w', ','])('%s covers everything, and gives the focus back', async key => {
    const { simulator, user } = await presented()
    button('Keyboard').focus()
    press(key)
    expect(blank()).toHaveFocus()
    expect(blank()).toHaveAttribute('data-colour', 'b.'.includes(key) ? 'black' : 'white')
    expect(screen.getByLabelText('Presenter').closest('[inert]')).not.toBeNull()
    expect(simulator.state.announcement?.text).toBe('The screen is blank. Press B to show it again.')
    await user.click(button('Show the screen again'))
    expect(blank()).toBeNull()
    expect(button('Keyboard')).toHaveFocus()
  })

  it.each(['b', '.', 'w', 'PageDown', 'PageUp', 'ArrowRight', 'Escape'])(
    'ends with %s, which does nothing else',
    async key => {
      await presented({ inputs: pays(0), atMs: 987 })
      fireEvent.click(button('Blank screen'))
      press(key)
      expect(blank()).toBeNull()
      expect(caption()).toBe('The bank charges $100.')
      expect(screen.queryByText(/Escape stays/)).toBeNull()
    },
  )

  it('stays with any other key, and nothing happens behind it', async () => {
    const { simulator } = await presented({ inputs: pays(0), clock: 'auto' })
    press('PageDown', 'b')
    expect(simulator.state.status).toBe('paused')
    press('End', '?', 'f', 'x')
    expect(blank()).toBeVisible()
    expect(simulator.playhead.timeMs).toBe(0)
  })
})

describe('the list of keys', () => {
  it('opens and closes by ? and its button, and gives the focus back', async () => {
    const { user } = await presented()
    press('?')
    expect(within(screen.getByLabelText('Keys')).getByText('Page Down')).toBeVisible()
    expect(button('Keyboard')).toHaveAttribute('aria-expanded', 'true')
    press('?')
    expect(screen.queryByLabelText('Keys')).toBeNull()
    await user.click(button('Keyboard'))
    act(() => screen.getByLabelText('Keys of a single character').focus())
    await user.keyboard('{Escape}')
    expect(screen.queryByLabelText('Keys')).toBeNull()
    expect(button('Keyboard')).toHaveFocus()
  })

  it('turns the keys of a single character off', async () => {
    const { user } = await presented()
    await user.click(button('Keyboard'))
    await user.click(screen.getByLabelText('Keys of a single character'))
    press('b', '.', 'w', ',', '?')
    expect(blank()).toBeNull()
    expect(screen.getByLabelText('Keys')).toBeVisible()
    press('PageDown')
    expect(caption()).toBe('You press Pay.')
  })
})

describe('leaving', () => {
  it('is offered by Escape, done by Enter, and the page takes over the focus', async () => {
    const { pageStore, user } = await presented({ inputs: pays(0), atMs: 987 })
    await user.keyboard('{Escape}')
    expect(button('Leave presenter mode')).toHaveFocus()
    expect(screen.getByText('Enter leaves presenter mode, Escape stays.')).toBeVisible()
    await user.keyboard('{Escape}')
    expect(button('Leave presenter mode')).not.toHaveFocus()
    expect(screen.queryByText(/Escape stays/)).toBeNull()
    await user.keyboard('{Escape}{Enter}')
    expect(pageStore.getState().presenter).toBe('0')
    expect(screen.queryByText('Next')).toBeNull()
    expect(screen.getByTestId('simulator')).toHaveFocus()
    expect(screen.getByTestId('simulator')).toHaveAttribute('data-time-ms', '987')
  })

  it('is not offered any longer to whoever goes on', async () => {
    const { user } = await presented({ inputs: pays(0) })
    await user.keyboard('{Escape}')
    press('PageDown')
    expect(screen.queryByText(/Escape stays/)).toBeNull()
    expect(button('Leave presenter mode')).not.toHaveFocus()
    await user.keyboard(' ')
    expect(screen.getByText('Next')).toBeVisible()
  })

  it('leaves no key behind', async () => {
    const { user } = await presented({ inputs: pays(0) })
    await user.click(button('Leave presenter mode'))
    await waitFor(() => expect(screen.getByText('More settings')).toBeVisible())
    press('b', 'PageDown')
    expect(blank()).toBeNull()
    expect(screen.getByTestId('simulator')).toHaveAttribute('data-time-ms', '0')
  })
})

describe('full screen', () => {
  const allow = (request: () => Promise<void>) => {
    Object.defineProperty(document, 'fullscreenEnabled', { configurable: true, value: true })
    document.documentElement.requestFullscreen = vi.fn(request)
    return document.documentElement.requestFullscreen
  }
  afterEach(() => {
    Reflect.deleteProperty(document, 'fullscreenEnabled')
    Reflect.deleteProperty(document.documentElement, 'requestFullscreen')
  })

  it('is offered only where it is allowed', async () => {
    await presented()
    expect(screen.queryByLabelText('Full screen')).toBeNull()
    press('f')
  })

  it('comes by F and by its button, and a refusal is said', async () => {
    const asked = allow(() => Promise.reject(new TypeError('no')))
    const { simulator, user } = await presented({ inputs: pays(0) })
    await user.click(button('Full screen'))
    press('f')
    expect(asked).toHaveBeenCalledTimes(2)
    await waitFor(() => expect(simulator.state.announcement?.text).toBe('Full screen is refused here.'))
  })
})
