import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pays, run } from '../../sim/testing/run.ts'
import { newPayment } from '../../testing/inputs.ts'
import { renderIn } from '../../testing/render-in.tsx'
import { Exports } from './Exports.tsx'
import { ledgerCsv } from './ledger-csv.ts'
import { traceJsonl } from './trace-jsonl.ts'

const permalink = () => 'https://example.org/course/?seed=202&run=here'
const INPUTS = pays(0, 2500)
const { events, ...trace } = run({}, INPUTS)
const watchedUntil = (ms: number) => events.filter(({ at }) => at <= ms)
const button = (name: string) => screen.getByRole('button', { name })
const preview = (name: string) => screen.getByRole('region', { name: `Preview of ${name}` })

/** The panel over the double charge of seed 202, watched as far as given. */
function shown(watchedMs: number) {
  const { seek, ...rest } = renderIn({ inputs: INPUTS }, <Exports permalink={permalink} />)
  if (watchedMs > 0) seek(watchedMs)
  return { seek, ...rest }
}

/** What has been saved: names and blobs. */
let saved: { name: string; blob: Blob }[] = []

beforeEach(() => {
  saved = []
  let made: Blob | null = null
  URL.createObjectURL = blob => {
    made = blob as Blob
    return 'blob:made'
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (made && this.href === 'blob:made') saved.push({ name: this.download, blob: made })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(URL, 'createObjectURL')
  Reflect.deleteProperty(URL, 'revokeObjectURL')
})

describe('the exports', () => {
  it('say what will be there before the first press', () => {
    renderIn({}, <Exports permalink={permalink} />)
    const region = screen.getByRole('region', { name: 'Exports' })
    expect(region).toHaveTextContent(/^Exports ?Nothing to export yet\./)
    expect(within(region).queryByRole('button')).toBeNull()
  })

  it('are seven files, each with what is in it', () => {
    shown(9000)
    const names = [
      'double-charge-202.jsonl',
      'double-charge-202-events.csv',
      'double-charge-202-ledger.csv',
      'double-charge-202.svg',
      'double-charge-202.png',
      'double-charge-202.mmd',
      'double-charge-202.spec.ts',
    ]
    const saves = screen.getAllByRole('button', { name: /^Save/ })
    expect(saves.map(save => save.getAttribute('aria-label'))).toEqual(names.map(name => `Save ${name}`))
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(7)
    expect(screen.queryByRole('button', { name: 'Copy double-charge-202.png' })).toBeNull()
    const [jsonl] = screen.getAllByRole('listitem')
    expect(jsonl).toHaveTextContent(`${(traceJsonl(events).length / 1000).toFixed(1)} kB`)
  })

  it('reach as far as has been watched, also from further back; the test alone holds the whole run', async () => {
    const { seek, user } = shown(1000)
    seek(300)
    expect(screen.getByText('up to 1.0 s')).toBeVisible()
    await user.click(button('Save double-charge-202.jsonl'))
    await user.click(button('Save double-charge-202-ledger.csv'))
    await user.click(button('Save double-charge-202.spec.ts'))
    const texts = await Promise.all(saved.map(({ blob }) => blob.text()))
    expect(texts[0]).toBe(traceJsonl(watchedUntil(1000)))
    expect(texts[1]).toBe(ledgerCsv({ ...trace, events }, 1000))
    expect(texts[1]?.split('\r\n')).toHaveLength(3)
    expect(texts[2]).toContain('"seed 202: Charged twice, meant once"')
    expect(texts[2]).toContain('?? "https://example.org/course/";')
  })

  it('are saved under their names and with their types', async () => {
    const { user, simulator } = shown(9000)
    await user.click(button('Save double-charge-202-events.csv'))
    await user.click(button('Save double-charge-202.svg'))
    expect(saved.map(({ name, blob }) => [name, blob.type])).toEqual([
      ['double-charge-202-events.csv', 'text/csv'],
      ['double-charge-202.svg', 'image/svg+xml'],
    ])
    expect(document.querySelector('a[download]')).toBeNull()
    expect(simulator.state.announcement?.text).toBe('double-charge-202.svg goes to your downloads.')
  })

  it('are copied, and say so until there is more to copy', async () => {
    const { user, seek } = shown(1000)
    await user.click(button('Copy double-charge-202.jsonl'))
    expect(await navigator.clipboard.readText()).toBe(traceJsonl(watchedUntil(1000)))
    expect(button('Copied double-charge-202.jsonl')).toHaveFocus()
    seek(2500)
    expect(button('Copy double-charge-202.jsonl')).toHaveTextContent('Copy')
  })

  it('say what to do where the clipboard is refused', async () => {
    const { user, simulator } = shown(1000)
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    await user.click(button('Copy double-charge-202.mmd'))
    expect(screen.getByText(/^The clipboard is refused here\./)).toBeVisible()
    expect(simulator.state.announcement?.text).toMatch(/^The clipboard is refused here\./)
  })

  it('can be looked into: the first forty lines', async () => {
    const { user, seek } = shown(1000)
    await user.click(button('Preview double-charge-202.jsonl'))
    expect(preview('double-charge-202.jsonl')).toHaveTextContent(/^\{"id":0,"at":0,/)
    expect(screen.queryByText(/^The first 40/)).toBeNull()
    await user.click(button('Preview double-charge-202.spec.ts'))
    const lines = preview('double-charge-202.spec.ts').textContent?.split('\n')
    expect(lines).toHaveLength(40)
    expect(screen.getByText(/^The first 40 of \d+ lines\.$/)).toBeVisible()
    seek(9000)
    expect(preview('double-charge-202.jsonl')).toHaveTextContent('"promise.broken"')
    await user.click(button('Preview double-charge-202.jsonl'))
    expect(screen.queryByRole('region', { name: 'Preview of double-charge-202.jsonl' })).toBeNull()
  })

  it('show the drawing as a picture', async () => {
    const { user } = shown(1000)
    await user.click(button('Preview double-charge-202.svg'))
    const picture = within(preview('double-charge-202.svg')).getByRole('img')
    expect(picture.getAttribute('src')).toMatch(/^data:image\/svg\+xml/)
  })

  it('are not made while time runs, unless one is looked into', async () => {
    const { clock, simulator } = renderIn(
      { inputs: INPUTS, clock: 'auto' },
      <Exports permalink={permalink} />,
    )
    await act(async () => clock.run(1200))
    expect(simulator.state.status).toBe('running')
    expect(screen.queryByText(/^\d[\d.]* k?B$/)).toBeNull()
    await act(async () => simulator.pause())
    expect(screen.getAllByText(/^\d[\d.]* k?B$/)).toHaveLength(6)
  })

  it('of a long run are made only when asked for', async () => {
    const inputs = [0, 20_000, 40_000].flatMap(start => [
      ...pays(...Array.from({ length: 20 }, (_, press) => start + press * 100)),
      newPayment(start + 19_000),
    ])
    const settings = { duplicate: 1, responseLoss: 1 }
    const { seek, simulator, user } = renderIn({ inputs, settings }, <Exports permalink={permalink} />)
    seek(60_000)
    expect(simulator.state.trace.events.length).toBeGreaterThan(500)
    const sizes = () => screen.queryAllByText(/^\d[\d.]* k?B$/)
    expect(sizes()).toHaveLength(0)
    await user.click(button('Preview double-charge-202.mmd'))
    expect(sizes()).toHaveLength(1)
  })

  it('say why a picture cannot be made', async () => {
    const { user, simulator } = shown(1000)
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    vi.spyOn(globalThis, 'Image').mockImplementation(function (this: HTMLImageElement) {
      queueMicrotask(() => this.onerror?.('no'))
    } as never)
    await user.click(button('Save double-charge-202.png'))
    await waitFor(() => expect(screen.getByText(/^This browser cannot draw the picture\./)).toBeVisible())
    expect(simulator.state.announcement?.text).toMatch(/^This browser cannot draw/)
    expect(saved).toEqual([])
  })
})
