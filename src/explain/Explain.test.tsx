import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Settings } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { newPayment } from '../testing/inputs.ts'
import { renderIn } from '../testing/render-in.tsx'
import { Explain } from './Explain.tsx'

const onTwin = vi.fn()
const twinOf = (settings: Partial<Settings>) => `#/twin?${JSON.stringify(settings)}`
const STORY = { settings: { ...CALM, responseLoss: 1 }, inputs: pays(0, 3000) }
const opened = (given: Parameters<typeof renderIn>[0]) =>
  renderIn(given, <Explain twinOf={twinOf} onTwin={onTwin} />)

const headings = () => screen.getAllByRole('heading').map(({ textContent }) => textContent)
/** Change after change is simulated, between everything else; on a busy machine that takes its time. */
const PATIENT = { timeout: 10_000 }
/** The list under a heading. */
const listOf = async (name: string) => {
  const heading = await screen.findByRole('heading', { name }, PATIENT)
  return within(heading.parentElement ?? heading).getAllByRole('listitem')
}
const chain = () => listOf('The shortest chain of causes')

describe('the ways from an explanation to its twins', () => {
  it('are none where no link may lead there', async () => {
    const { seek } = renderIn(STORY, <Explain twinOf={null} onTwin={null} />)
    seek(4000)
    expect(await listOf('What does not help')).not.toHaveLength(0)
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('open a tab of their own where this page has no way back', async () => {
    const { seek } = renderIn(STORY, <Explain twinOf={twinOf} onTwin={null} />)
    seek(4000)
    await listOf('What does not help')
    for (const link of screen.getAllByRole('link')) {
      expect(link).toHaveAttribute('target', '_blank')
      expect(link).toHaveAttribute('rel', 'noopener')
    }
  })
})

describe('the explanation of a double charge', () => {
  it('says what will be here, and gives nothing away', () => {
    const { seek } = opened(STORY)
    seek(3999)
    expect(screen.getByText(/^No double charge so far\./)).toBeVisible()
    expect(screen.queryByRole('heading')).toBeNull()
    expect(screen.queryByText(/never charged/)).toBeNull()
    seek(4000)
    expect(screen.queryByText(/^No double charge/)).toBeNull()
    expect(screen.getByText(/^Attempt 2 carried no key/)).toBeVisible()
  })

  it('says of another broken promise that it explains double charges only', () => {
    const swallowed = [...pays(0), newPayment(3000), ...pays(3001)]
    const { seek } = opened({ settings: { ...CALM, keys: 'per-session' }, inputs: swallowed })
    seek(3002)
    expect(screen.queryByText(/never charged/)).toBeNull()
    seek(20_000)
    expect(screen.getByText(/^Payment 2 was told “paid” and never charged\./)).toBeVisible()
  })

  it('tells the chain, each with its time, and leads to a moment', async () => {
    const { seek, simulator, user } = opened(STORY)
    seek(4000)
    expect((await chain()).map(item => item.textContent)).toEqual([
      expect.stringMatching(/^0\.0 s.*You press Pay\.$/),
      expect.stringMatching(/^1\.0 s1The bank charges \$100\.$/),
      expect.stringMatching(/The answer is lost\.$/),
      expect.stringMatching(/^2\.5 s.*No answer: timed out\.$/),
      expect.stringMatching(/^3\.0 s.*You press Pay again: attempt 2\.$/),
      expect.stringMatching(/^4\.0 s2The bank charges \$100 a second time\.$/),
    ])
    await user.click(screen.getByRole('button', { name: 'Go to 2.5 s: No answer: timed out.' }))
    expect(simulator.playhead.timeMs).toBe(2500)
    const links = await chain()
    expect(links[3]).toHaveAttribute('aria-current', 'step')
    expect(links[4]).toHaveTextContent('(later)')
    expect(links[3]).not.toHaveTextContent('(later)')
  })

  it('says what would have prevented it and what does not help, each with its twin', async () => {
    const { seek } = opened({ settings: { seed: 202 }, inputs: pays(0, 3000) })
    seek(20_000)
    const [first, second] = await listOf('What would have prevented it')
    expect(first).toHaveTextContent(
      /^Prevents it:Key policy: one key per payment\s*Charged once\. The bank knew the key/,
    )
    expect(first).toHaveTextContent('Helps in 20 of 20 other runs that double-charge.')
    expect(first).not.toHaveTextContent('fails the next purchase')
    expect(second).toHaveTextContent('Key policy: one key for everythingfails the next purchase')
    expect(second).toHaveTextContent('But the next purchase is told “paid” and never charged.')
    expect(
      screen.getByRole('link', { name: 'See it side by side: Key policy: one key per payment' }),
    ).toHaveAttribute('href', '#/twin?{"keys":"per-payment"}')
    const useless = await listOf('What does not help')
    expect(useless[0]).toHaveTextContent(/^Does not help:Timeout: 10 s\s*Still charged twice\./)
    expect(useless[0]).toHaveTextContent('Helps in none of 20 other runs that double-charge.')
    expect(useless[1]).toHaveTextContent(/Retry automatically: on · Attempts at most: 10\s*Still charged/)
    // What cannot matter here is not held against it.
    expect(useless.map(({ textContent }) => textContent).join()).not.toMatch(/Jitter|check-then-act/)
    expect(headings()).toContain('Without the bad luck, which is in nobody’s power')
  })

  it('does not give away with what does not help that it will be charged a third time', async () => {
    const { seek } = opened({
      settings: { ...CALM, responseLoss: 1, retry: 'auto', attempts: 3 },
      inputs: pays(0),
    })
    seek(5000)
    const [timeout] = await listOf('What does not help')
    expect(timeout).toHaveTextContent('Still charged more than once.')
    seek(20_000)
    expect((await listOf('What does not help'))[0]).toHaveTextContent('Still charged 3 times.')
  })

  it('explains the newest charge, and another on request', async () => {
    const { seek, user } = opened({ settings: { ...CALM, responseLoss: 1 }, inputs: pays(0, 3000, 6000) })
    seek(4000)
    expect(screen.queryByRole('combobox')).toBeNull()
    seek(20_000)
    expect((await chain()).at(-1)).toHaveTextContent('a third time')
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Which charge' }),
      'Payment 1, a second charge at 4.0 s',
    )
    expect((await chain()).at(-1)).toHaveTextContent('a second time')
  })

  it('does not simulate anew while the playhead moves', async () => {
    const { seek } = opened(STORY)
    seek(4000)
    const before = await listOf('What does not help')
    seek(100)
    seek(20_000)
    expect(screen.getByRole('heading', { name: 'What does not help' })).toBeVisible()
    expect((await listOf('What does not help'))[0]).toBe(before[0])
  })
})
