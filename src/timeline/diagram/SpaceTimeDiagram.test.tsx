import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input } from '../../sim/index.ts'
import { CALM, pays } from '../../sim/testing/run.ts'
import { renderIn } from '../../testing/render-in.tsx'
import { SpaceTimeDiagram } from './SpaceTimeDiagram.tsx'

// jsdom lays nothing out; as many rows are in sight as fit into so many pixels.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(560)
  return () => vi.restoreAllMocks()
})

const STORY = { settings: { ...CALM, responseLoss: 1 }, inputs: pays(0, 3000), atMs: 4400 }
const opened = (given: Parameters<typeof renderIn>[0]) => renderIn(given, <SpaceTimeDiagram />)
const list = () => screen.getByRole('list', { name: 'What happened, in order of time' })
const rows = () => within(list()).getAllByRole('listitem')
const row = (name: string | RegExp) => within(list()).getByRole('button', { name })
const card = () => screen.getByRole('region', { name: 'The event in full' })
const because = () => within(within(card()).getByRole('list', { name: 'Because of' })).getAllByRole('button')

describe('the space-time diagram', () => {
  it('says what will be there', () => {
    opened({})
    expect(screen.getByRole('region', { name: 'Space-time diagram' })).toHaveTextContent(/Nothing yet/)
    expect(screen.queryByRole('list', { name: 'What happened, in order of time' })).toBeNull()
  })

  it('is an ordered list of sentences, each with its time and its place', () => {
    opened({ ...STORY, atMs: 1500 })
    expect(list().tagName).toBe('OL')
    expect(rows().map(item => within(item).getByRole('button').getAttribute('aria-label'))).toEqual([
      '0.0 s You press Pay.',
      '0.7 s Worker 1 starts on attempt 1.',
      '1.0 s The bank charges $100.',
      '1.1 s The bank answers 201 Created.',
      '1.4 s The answer is lost.',
    ])
    for (const [index, item] of rows().entries()) {
      expect(item).toHaveAttribute('aria-posinset', String(index + 1))
      expect(item).toHaveAttribute('aria-setsize', '5')
    }
    expect(rows()[4]).toHaveAttribute('aria-current', 'step')
  })

  it('draws nothing that a screen reader would read, and no more than has been watched', () => {
    const { seek } = opened({ ...STORY, atMs: 500 })
    expect(screen.queryByText('201')).toBeNull()
    seek(1200)
    expect(screen.getByText('201').closest('svg')).toHaveAttribute('aria-hidden', 'true')
    expect(screen.queryByText('lost', { selector: 'text' })).toBeNull()
  })

  it('marks what lies beyond the playhead as later', () => {
    const { seek } = opened(STORY)
    seek(1000)
    expect(row('1.0 s The bank charges $100.').closest('li')).toHaveAttribute('aria-current', 'step')
    expect(row('4.0 s The bank charges $100 a second time. (later)')).toBeVisible()
  })

  it('shows a message whole, with what became of it and why', () => {
    opened({ ...STORY, settings: { ...CALM, responseLoss: 1, keys: 'per-payment' }, atMs: 2500 })
    fireEvent.focus(row(/The answer is lost/))
    expect(card()).toHaveTextContent(/201 Created.*Content-Type: application\/json.*"status": "succeeded"/)
    expect(card()).toHaveTextContent(/Lost \d+ ms after it was sent\. The network loses 100% of answers\./)
    fireEvent.focus(row('0.0 s You press Pay.'))
    expect(card()).toHaveTextContent(/POST \/v1\/payments.*Idempotency-Key: [0-9a-f-]{36}.*"amount": 10000/)
    expect(card()).toHaveTextContent('Arrived after 700 ms. Worker 1 was free and took it.')
  })

  it('shows what the pointer is on, and else what was chosen last', async () => {
    const { user } = opened(STORY)
    await user.click(row(/You press Pay\./))
    await user.hover(row(/second time/))
    expect(within(card()).getByRole('heading')).toHaveTextContent('The bank charges $100 a second time.')
    expect(card()).toHaveTextContent(
      /Chargech_1_2.*Amount\$100\.00.*Charges of this payment2.*Balance\$800\.00/,
    )
    await user.unhover(row(/second time/))
    expect(within(card()).getByRole('heading')).toHaveTextContent('You press Pay.')
  })

  it('leads from any event through its causes to the press', async () => {
    const { user } = opened(STORY)
    await user.click(row(/second time/))
    const path = []
    for (let steps = 0; steps < 12 && within(card()).queryByRole('list'); steps += 1) {
      const cause = because().at(-1) as HTMLElement
      path.push(cause.textContent)
      await user.click(cause)
      expect(document.activeElement?.getAttribute('aria-label')).toBe(cause.textContent?.replace(' s', ' s '))
    }
    expect(path).toEqual([
      '3.7 sWorker 1 starts on attempt 2.',
      '3.0 sYou press Pay again: attempt 2.',
      '2.5 sNo answer: timed out.',
      '1.4 sThe answer is lost.',
      '1.1 sThe bank answers 201 Created.',
      '1.0 sThe bank charges $100.',
      '0.7 sWorker 1 starts on attempt 1.',
      '0.0 sYou press Pay.',
    ])
    expect(card()).toHaveTextContent('Nothing before it: here it begins.')
  })

  it('is walked by keys: along the rows, to a cause and back', async () => {
    const { user } = opened(STORY)
    const focused = () => document.activeElement?.getAttribute('aria-label')
    await user.tab()
    expect(focused()).toBe('4.1 s The bank answers 201 Created.')
    await user.keyboard('{Home}')
    expect(focused()).toBe('0.0 s You press Pay.')
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(focused()).toBe('1.0 s The bank charges $100.')
    await user.keyboard('{End}{PageUp}')
    expect(focused()).toBe('0.0 s You press Pay.')
    await user.keyboard('{PageDown}{ArrowLeft}{ArrowLeft}')
    expect(focused()).toBe('3.7 s Worker 1 starts on attempt 2.')
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(focused()).toBe('4.1 s The bank answers 201 Created.')
    await user.keyboard('{Home}{ArrowRight}')
    expect(focused()).toBe('0.7 s Worker 1 starts on attempt 1.')
    expect(
      within(list())
        .getAllByRole('button')
        .filter(({ tabIndex }) => tabIndex === 0),
    ).toHaveLength(1)
  })

  it('goes to the moment of a row by its time, by Enter and by its button', async () => {
    const { simulator, user } = opened(STORY)
    await user.click(row(/The bank charges \$100\./))
    expect(simulator.playhead.timeMs).toBe(4400)
    await user.click(within(row(/The bank charges \$100\./)).getByText('1.0 s'))
    expect(simulator.playhead.timeMs).toBe(1000)
    await user.keyboard('{ArrowUp}{Enter}')
    expect(simulator.playhead.timeMs).toBe(700)
    await user.click(row(/timed out/))
    await user.click(within(card()).getByRole('button', { name: 'Go to this moment' }))
    expect(simulator.playhead.timeMs).toBe(2500)
  })

  it('shows every detail when asked', async () => {
    const { user } = opened({ ...STORY, atMs: 700 })
    expect(rows()).toHaveLength(2)
    await user.click(screen.getByRole('switch', { name: 'Every detail in the diagram' }))
    expect(rows()).toHaveLength(4)
  })

  it('forgets what was chosen when another run begins', () => {
    const { simulator, seek } = opened(STORY)
    fireEvent.focus(row(/second time/))
    seek(0)
    expect(within(card()).getByRole('heading')).toHaveTextContent('a second time')
    act(() => simulator.rerun({ keys: 'per-payment' }))
    seek(4400)
    expect(within(card()).queryByRole('heading')).toBeNull()
  })

  it('keeps few of very many rows in the document, and every one within reach', async () => {
    const inputs = Array.from({ length: 120 }, (_, index): Input[] => [
      { at: index * 3000, type: 'pay' },
      { at: index * 3000 + 2900, type: 'newPayment' },
    ]).flat()
    const { user } = opened({ settings: { ...CALM, keys: 'per-payment' }, inputs, atMs: 400_000 })
    expect(rows()[0]).toHaveAttribute('aria-setsize', '840')
    expect(rows().length).toBeLessThan(60)
    await user.tab()
    await user.keyboard('{End}')
    expect(document.activeElement?.closest('li')).toHaveAttribute('aria-posinset', '840')
    await user.keyboard('{Home}')
    expect(document.activeElement).toHaveAccessibleName('0.0 s You press Pay.')
    expect(rows().length).toBeLessThan(60)
  })
})
