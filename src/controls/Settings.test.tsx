import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { STRATEGY_WORDS } from '../narrate/strategy-words.ts'
import { type Input, LIMITS, SCENARIO, SETTING_NAMES, STRATEGY_IDS } from '../sim/index.ts'
import { CALM, pays } from '../sim/testing/run.ts'
import { renderIn } from '../testing/render-in.tsx'
import { Settings } from './Settings.tsx'

const ROLES = ['combobox', 'slider', 'switch', 'spinbutton', 'group'] as const

function settingsOf(
  given: Parameters<typeof renderIn>[0] = {},
  hide: Partial<Parameters<typeof Settings>[0]> = {},
) {
  const panel = (
    <Settings hidePolicy={false} hideKeys={false} hideDrop={false} hideRetry={false} page={null} {...hide} />
  )
  return renderIn(given, panel)
}

/** Controls of any role, folded away or not. */
const controls = (name: string) => ROLES.flatMap(role => screen.queryAllByRole(role, { name, hidden: true }))
const control = (name: string) => {
  const [found] = controls(name)
  if (!found) throw new Error(`There is no control ${name}.`)
  return found
}

describe('the settings', () => {
  it('have exactly one control for every setting, with the table’s label', () => {
    settingsOf()
    for (const name of SETTING_NAMES) expect(controls(SCENARIO[name].label), name).toHaveLength(1)
  })

  it('offer every option of a choice, by the table’s words', () => {
    settingsOf()
    for (const knob of Object.values(SCENARIO)) {
      if (knob.kind !== 'choice' || knob === SCENARIO.retry) continue
      const options = [...control(knob.label).querySelectorAll('option')].map(option => option.textContent)
      expect(options).toEqual(knob.options.map(({ label }) => label))
    }
  })

  it('before the first input are the initial ones', async () => {
    const { simulator, user } = settingsOf()
    await user.click(screen.getByRole('switch', { name: 'Idempotency keys' }))
    await user.click(screen.getByRole('switch', { name: 'Retry automatically' }))
    expect(simulator.state.session).toMatchObject({
      settings: { keys: 'per-payment', retry: 'auto' },
      inputs: [],
    })
    expect(screen.getByRole('switch', { name: 'Idempotency keys' })).toBeChecked()
    expect(screen.getByRole('switch', { name: 'Idempotency keys' })).toHaveAccessibleDescription(
      /One key per payment.*Applies from the next payment/,
    )
  })

  it('later are inputs at the playhead, and show the playhead’s moment', async () => {
    const { seek, simulator, user } = settingsOf({ settings: CALM, inputs: pays(0), atMs: 400 })
    const keys = screen.getByRole('switch', { name: 'Idempotency keys' })
    await user.click(keys)
    expect(simulator.state.session.inputs).toEqual([
      ...pays(0),
      { at: 400, type: 'configure', settings: { keys: 'per-payment' } },
    ])
    expect(keys).toHaveAccessibleDescription(/Applies from the next payment/)
    seek(399)
    expect(keys).not.toBeChecked()
  })

  it('commit the drop rate once, when the slider is let go', () => {
    const { simulator } = settingsOf({ settings: CALM, inputs: pays(0), atMs: 100 })
    const slider = screen.getByRole('slider', { name: 'Response drop rate' })
    for (const value of ['10', '20', '30']) fireEvent.input(slider, { target: { value } })
    expect(simulator.state.session.inputs).toHaveLength(1)
    fireEvent(slider, new Event('change', { bubbles: true }))
    expect(simulator.state.session.inputs).toEqual([
      ...pays(0),
      { at: 100, type: 'configure', settings: { responseLoss: 0.3 } },
    ])
    expect(slider).toHaveAttribute('aria-valuetext', '30%')
  })

  it('take new luck by a button, and a seed by its field', async () => {
    const { simulator, user } = settingsOf({ inputs: pays(0) })
    await user.click(screen.getByRole('button', { name: 'New luck' }))
    expect(simulator.state.session).toMatchObject({ settings: { seed: 203 }, inputs: [] })
    fireEvent.change(control('Seed'), { target: { value: '7' } })
    expect(simulator.state.session.settings.seed).toBe(7)
  })

  it('are hidden one by one', () => {
    settingsOf({}, { hideKeys: true, hideDrop: true, hideRetry: true })
    expect(screen.queryByRole('switch', { name: 'Idempotency keys' })).toBeNull()
    expect(screen.queryByRole('slider', { name: 'Response drop rate' })).toBeNull()
    expect(screen.queryByRole('switch', { name: 'Retry automatically' })).toBeNull()
    expect(screen.getByRole('button', { name: 'New luck' })).toBeVisible()
  })
})

describe('more settings', () => {
  it('set amounts in dollars, times in milliseconds, choices by their options', () => {
    const { simulator } = settingsOf()
    fireEvent.change(control('Amount'), { target: { value: '25.5' } })
    fireEvent.change(control('Timeout'), { target: { value: '900' } })
    fireEvent.change(control('Key policy'), { target: { value: 'per-session' } })
    fireEvent.change(control('Request drop rate'), { target: { value: '29' } })
    expect(simulator.settings).toMatchObject({
      amount: 2550,
      timeout: 900,
      keys: 'per-session',
      requestLoss: 0.29,
    })
  })

  it('keep the two ends of the latency in order', () => {
    const { simulator } = settingsOf()
    const [from, to] = control(SCENARIO.latency.label).querySelectorAll('input')
    if (!from || !to) throw new Error('There are no two fields.')
    fireEvent.change(from, { target: { value: '900' } })
    expect(simulator.settings.latency).toBe('600-800')
    expect(from).toHaveAttribute('aria-invalid', 'true')
    fireEvent.change(to, { target: { value: '1000' } })
    fireEvent.change(from, { target: { value: '900' } })
    expect(simulator.settings.latency).toBe('900-1000')
  })

  it('say of a server strategy what it does and what breaks it', () => {
    settingsOf({ settings: { keys: 'per-payment' } })
    const strategy = control('Server strategy')
    for (const id of STRATEGY_IDS) {
      fireEvent.change(strategy, { target: { value: id } })
      const [does, breaks] = STRATEGY_WORDS[id]
      expect(strategy).toHaveAccessibleDescription(`${does} What breaks it: ${breaks}`)
    }
  })

  it('say where a strategy or a crash has no effect, for want of keys', () => {
    const { simulator } = settingsOf()
    const idle = 'No effect while requests carry no key.'
    expect(control('Server strategy')).toHaveAccessibleDescription(new RegExp(idle))
    fireEvent.change(control('Crash'), { target: { value: 'after-record' } })
    expect(control('Crash')).toHaveAccessibleDescription(/^No effect: without keys nothing is recorded\./)
    act(() => simulator.configure({ keys: 'per-payment' }))
    expect(control('Server strategy')).not.toHaveAccessibleDescription(new RegExp(idle))
    expect(control('Crash')).not.toHaveAccessibleDescription(/No effect/)
  })

  it('set what is likely in per cent, faults by their options', () => {
    const { simulator } = settingsOf()
    fireEvent.change(control('Duplicate rate'), { target: { value: '20' } })
    fireEvent.change(control('Rate limit (429)'), { target: { value: '5' } })
    fireEvent.change(control('Crash'), { target: { value: 'after-charge' } })
    expect(control('Duplicate rate')).toHaveAttribute('aria-valuetext', '20%')
    expect(simulator.settings).toMatchObject({ duplicate: 0.2, rateLimit: 0.05, crash: 'after-charge' })
  })

  it('say long times in words, and that no pause is never', () => {
    settingsOf({ settings: { lease: 330_000 } })
    expect(control('Time to live of a record')).toHaveAccessibleDescription(/^Now 24 h\. How long/)
    expect(control('Lease of a lock')).toHaveAccessibleDescription(
      /^Now 5\.5 min\. The chosen strategy has no lease\. How long/,
    )
    expect(control('Worker pause')).toHaveAccessibleDescription(/^Now never\. How long/)
    expect(control('Timeout')).toHaveAccessibleDescription(/^How long/)
  })

  it('say when a setting has no effect as the others stand', () => {
    const { simulator } = settingsOf()
    const idle = { 'Lease of a lock': /has no lease/, Jitter: /No effect/ }
    for (const [name, text] of Object.entries(idle)) expect(control(name)).toHaveAccessibleDescription(text)
    fireEvent.change(control('Server strategy'), { target: { value: 'set-nx' } })
    fireEvent.click(control('Retry automatically'))
    for (const [name, text] of Object.entries(idle))
      expect(control(name)).not.toHaveAccessibleDescription(text)

    const saved = control('A retry after a 500')
    expect(saved).toHaveAccessibleDescription(/^No effect without a server error\./)
    fireEvent.change(control('Server error (500)'), { target: { value: 'after-charge' } })
    act(() => simulator.configure({ keys: 'per-payment' }))
    expect(saved).toHaveAccessibleDescription(/^No effect: the bank saves no answer with a key\./)
    fireEvent.change(control('Server strategy'), { target: { value: 'saved-response' } })
    expect(saved).not.toHaveAccessibleDescription(/No effect/)
  })

  it('say in each group how many differ from the usual', () => {
    settingsOf({ settings: { timeout: 900, attempts: 3, card: 'declined', crash: 'after-charge' } })
    expect(screen.getByRole('button', { name: /^Client.*2 changed/, hidden: true })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Network$/, hidden: true })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Faults.*1 changed/, hidden: true })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Bank.*1 changed/, hidden: true })).toBeInTheDocument()
  })
})

it('a setting over the limit of inputs is a notice, and nothing breaks', async () => {
  const inputs = Array.from({ length: LIMITS.inputs }, (_, at): Input => {
    return { at, type: at % 2 === 0 ? 'pay' : 'newPayment' }
  })
  const { simulator, user } = settingsOf({ inputs, atMs: 600 })
  await user.click(screen.getByRole('switch', { name: 'Idempotency keys' }))
  fireEvent.change(screen.getByRole('slider', { name: 'Response drop rate' }), { target: { value: '10' } })
  fireEvent.change(control('Timeout'), { target: { value: '900' } })
  await user.click(screen.getByRole('switch', { name: 'Retry automatically' }))
  expect(simulator.state.notices.map(({ text }) => text)).toEqual([
    'A session cannot hold 501 inputs. The limit is 500 (inputs).',
  ])
  expect(simulator.state.session.inputs).toHaveLength(LIMITS.inputs)
})
