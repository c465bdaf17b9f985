import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Input, LIMITS } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { renderIn } from '../testing/render-in.tsx'
import { EventList } from './EventList.tsx'

const STORY = { settings: { ...CALM, responseLoss: 1 }, inputs: pays(0, 3000) }
const opened = (given: Parameters<typeof renderIn>[0]) => renderIn(given, <EventList />)
const rows = () => screen.getAllByRole('listitem')
const row = (text: string | RegExp) => {
  const found = rows().find(item => within(item).queryByText(text))
  if (!found) throw new Error(`No row says ${text}.`)
  return found
}

describe('the event list', () => {
  it('says that there is nothing yet', () => {
    opened({})
    expect(screen.getByRole('region', { name: 'Events' })).toHaveTextContent(/Nothing yet/)
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('has a row for what happened, with its time, as far as it was watched', () => {
    const { seek } = opened(STORY)
    seek(1100)
    expect(rows().map(item => item.textContent)).toEqual([
      expect.stringMatching(/^0\.0 s.*You press Pay\./),
      expect.stringMatching(/^1\.0 s.*The bank charges \$100\./),
      expect.stringMatching(/^1\.1 s.*The bank answers 201 Created\./),
    ])
    expect(row('The bank answers 201 Created.')).toHaveAttribute('aria-current', 'step')
  })

  it('marks what lies beyond the playhead as later', () => {
    const { seek } = opened(STORY)
    seek(2500)
    seek(1000)
    expect(row(/The answer is lost\./)).toHaveTextContent('(later)')
    expect(row(/The bank charges/)).not.toHaveTextContent('(later)')
    expect(row(/The bank charges/)).toHaveAttribute('aria-current', 'step')
  })

  it('leads from a row to its time', async () => {
    const { seek, simulator, user } = opened(STORY)
    seek(2500)
    await user.click(screen.getByRole('button', { name: 'Go to 1.0 s: The bank charges $100.' }))
    expect(simulator.playhead.timeMs).toBe(1000)
  })

  it('shows every detail when asked', async () => {
    const { seek, user } = opened(STORY)
    seek(700)
    expect(rows()).toHaveLength(1)
    await user.click(screen.getByRole('switch', { name: 'Every detail' }))
    expect(rows()).toHaveLength(4)
  })

  it('offers to lose what is in flight, and only that', async () => {
    const { seek, simulator, user } = opened(STORY)
    seek(300)
    const lose = () => screen.queryAllByRole('button', { name: 'Lose this message' })
    expect(lose()).toHaveLength(1)
    await user.click(lose()[0] as HTMLElement)
    expect(simulator.state.session.inputs.at(-1)).toEqual({
      at: 300,
      type: 'dropMessage',
      message: 'p1.a1.request',
    })
    expect(row('You lose the request.')).toBeVisible()
    expect(lose()).toHaveLength(0)
  })

  it('leaves the oldest of very many out, and says how many', () => {
    const inputs = Array.from({ length: 100 }, (_, index): Input[] => [
      { at: index * 3000, type: 'pay' },
      { at: index * 3000 + 2900, type: 'newPayment' },
    ]).flat()
    opened({ settings: CALM, inputs, atMs: 400_000 })
    expect(rows()).toHaveLength(121)
    expect(rows()[0]).toHaveTextContent('380 earlier events')
  })

  it('makes losing a message over the limit of inputs a notice', async () => {
    const inputs = Array.from({ length: LIMITS.inputs }, (_, at): Input => {
      return { at, type: at % 2 === 0 ? 'pay' : 'newPayment' }
    })
    const { simulator, user } = opened({ settings: CALM, inputs, atMs: 600 })
    await user.click(screen.getAllByRole('button', { name: 'Lose this message' }).at(-1) as HTMLElement)
    expect(simulator.state.notices.map(({ text }) => text)).toEqual([
      'A session cannot hold 501 inputs. The limit is 500 (inputs).',
    ])
  })
})
