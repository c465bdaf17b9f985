import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseAddress } from '../embed/address.ts'
import { DEFAULT_PAGE, type Page } from '../embed/page-knobs.ts'
import { readRun } from '../embed/run-link.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { set } from '../testing/inputs.ts'
import { simulated } from '../testing/simulated.ts'
import { checksumOf } from './checksum.ts'
import { keepAddress, permalinkTo } from './keep-address.ts'
import { createPageStore } from './page-store.ts'

beforeEach(() => {
  vi.useFakeTimers()
  window.history.replaceState({ host: 1 }, '', '/course/?run=old&seed=202#/')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function kept({ page, ...given }: Parameters<typeof simulated>[0] & { page?: Partial<Page> } = {}) {
  const { simulator } = simulated({ clock: 'manual', ...given })
  const pageStore = createPageStore({ ...DEFAULT_PAGE, ...page })
  keepAddress(simulator, pageStore)
  const permalink = permalinkTo(simulator, pageStore)
  return { simulator, pageStore, permalink }
}

describe('the address bar', () => {
  it('stays as it is until something is set', () => {
    kept()
    vi.advanceTimersByTime(1000)
    expect(window.location.search).toBe('?run=old&seed=202')
  })

  it('follows what is set of world and page, and drops the run, which is no longer true', () => {
    const { simulator, pageStore } = kept()
    simulator.configure({ keys: 'per-payment' })
    pageStore.setState({ theme: 'dark' })
    vi.advanceTimersByTime(300)
    expect(window.location.search).toBe('?seed=202&keys=per-payment&theme=dark')
    expect(window.location.pathname + window.location.hash).toBe('/course/#/')
    expect(window.history.state).toEqual({ host: 1 })
  })

  it('drops the run with a mere press, too, and keeps the speed', () => {
    const { simulator } = kept({ page: { run: 'old' } })
    simulator.pay()
    vi.advanceTimersByTime(300)
    expect(window.location.search).toBe('?seed=202')
    simulator.setSpeed(4)
    vi.advanceTimersByTime(300)
    expect(window.location.search).toBe('?seed=202&speed=4')
  })

  it('follows the settings at the playhead', () => {
    const { simulator } = kept({ settings: CALM, inputs: [...pays(0), set(500, { retry: 'auto' })] })
    simulator.seek(500)
    vi.advanceTimersByTime(300)
    expect(new URLSearchParams(window.location.search).get('retry')).toBe('auto')
    simulator.seek(100)
    vi.advanceTimersByTime(300)
    expect(new URLSearchParams(window.location.search).has('retry')).toBe(false)
  })

  it('is written once for many changes in a row', () => {
    const replaceState = vi.spyOn(window.history, 'replaceState')
    const { simulator } = kept()
    for (let percent = 0; percent < 50; percent += 1) simulator.configure({ responseLoss: percent / 100 })
    vi.advanceTimersByTime(300)
    expect(replaceState).toHaveBeenCalledOnce()
    expect(window.location.search).toBe('?seed=202&responseLoss=0.49')
  })

  it('may refuse to be written: nothing breaks', () => {
    vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
      throw new DOMException('too many', 'SecurityError')
    })
    const { simulator } = kept()
    simulator.newLuck()
    expect(() => vi.advanceTimersByTime(300)).not.toThrow()
    expect(simulator.settings.seed).toBe(203)
  })
})

describe('a run or a scenario in the address', () => {
  const opened = (page: Partial<Page>) =>
    kept({ settings: CALM, inputs: [...pays(0), set(500, { retry: 'auto' })], page })

  it.each([{ run: '1.abc' }, { scenario: 'ghost' }])(
    'stays with what is set of the page, and while it is watched: %o',
    page => {
      const { simulator, pageStore } = opened(page)
      pageStore.setState({ open: 'explain', theme: 'dark' })
      simulator.setSpeed(2)
      simulator.runToEnd()
      vi.advanceTimersByTime(300)
      const query = new URLSearchParams(window.location.search)
      expect(query.get('run') ?? query.get('scenario')).toBe(Object.values(page)[0])
      expect([query.get('open'), query.get('speed'), query.get('retry')]).toEqual(['explain', '2', null])
    },
  )

  it.each([{ run: '1.abc' }, { scenario: 'ghost' }])('goes with the first change of the run: %o', page => {
    const { simulator, pageStore } = opened(page)
    simulator.dropMessage('p1.a1.request')
    vi.advanceTimersByTime(300)
    const query = new URLSearchParams(window.location.search)
    expect([query.has('run'), query.has('scenario')]).toEqual([false, false])
    expect(pageStore.getState()).toMatchObject({ run: '', scenario: '' })
  })

  it('is written anew where one goes back to an older address', () => {
    const { simulator } = kept()
    simulator.configure({ timeout: 4000 })
    vi.advanceTimersByTime(300)
    window.history.replaceState(null, '', '?seed=202#/')
    window.dispatchEvent(new PopStateEvent('popstate'))
    vi.advanceTimersByTime(300)
    expect(window.location.search).toBe('?seed=202&timeout=4000')
  })
})

describe('the permalink', () => {
  const taken = (link: string) => {
    const { page, problems } = parseAddress(new URL(link).search)
    return { page, problems, run: readRun(page.run) }
  }

  it('reproduces settings, inputs and playhead, and opens paused while there is more to come', () => {
    const { simulator, permalink } = kept({
      settings: CALM,
      inputs: pays(0),
      atMs: 900.7,
      page: { hide: ['events'] },
    })
    simulator.setSpeed(4)
    const { page, problems, run } = taken(permalink())
    expect(problems).toEqual([])
    expect(run).toEqual({
      session: simulator.state.session,
      atMs: 900,
      outcome: checksumOf(simulator.state.trace),
    })
    expect(page).toMatchObject({ start: 'paused', speed: 4, hide: ['events'] })
    expect(permalink()).toMatch(/^http:\/\/localhost(:\d+)?\/course\/\?seed=202&/)
  })

  it('at the end opens as the page does', () => {
    const { permalink } = kept({ settings: CALM, inputs: pays(0), atMs: 9000 })
    expect(taken(permalink())).toMatchObject({ page: { start: 'auto' }, run: { atMs: 1800 } })
  })

  it('from the start opens at 0 ms and plays', () => {
    const { permalink } = kept({ settings: CALM, inputs: pays(0), atMs: 900 })
    expect(taken(permalink('start'))).toMatchObject({ page: { start: 'auto' }, run: { atMs: 0 } })
  })

  it('of a scene in a frame leads to the same run on the whole page', () => {
    const page = { embed: '1', hide: ['events'], lock: ['keys'], links: 'off', theme: 'dark' } as const
    const { permalink } = kept({ settings: CALM, inputs: pays(0), page })
    const here = parseAddress(new URL(permalink('start')).search).page
    expect(here).toMatchObject(page)
    const alone = parseAddress(new URL(permalink('start', 'alone')).search).page
    expect(alone).toEqual({ ...DEFAULT_PAGE, theme: 'dark', run: here.run })
  })

  it('is compressed, and names no scenario beside the run', () => {
    const { permalink } = kept({ inputs: pays(0, 3000), page: { scenario: 'ghost' } })
    const query = new URL(permalink()).searchParams
    expect(query.get('run')).toMatch(/^1\.[\w-]+$/)
    expect(query.has('scenario')).toBe(false)
  })

  it.each([
    ['#/twin', '#/twin'],
    ['#/', ''],
    ['#/scenarios', ''],
    ['#/nowhere', ''],
  ])('on the page %s leads to %o', (hash, there) => {
    const { permalink } = kept({ inputs: pays(0) })
    window.history.replaceState(null, '', hash)
    expect(new URL(permalink()).hash).toBe(there)
  })
})
