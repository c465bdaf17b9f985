import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CALM, pays } from '../sim/testing/run.ts'
import { drop, newPayment, payAmount } from '../testing/inputs.ts'
import { renderIn } from '../testing/render-in.tsx'
import { Stage } from './Stage.tsx'
import { Verdict } from './Verdict.tsx'

const LOSSY = { ...CALM, responseLoss: 1 }
const KEYED = { ...CALM, keys: 'per-payment' } as const
const opened = (given: Parameters<typeof renderIn>[0]) => renderIn(given, <Stage layout="wide" />)
const table = (name: RegExp) => screen.getByRole('table', { name })
const rowsOf = (name: RegExp) =>
  within(table(name))
    .getAllByRole('row')
    .map(row => row.textContent)

describe('what you know, beside what the ledger says', () => {
  const bought = [...pays(0, 3000), newPayment(6000)]
  it.each([
    ['none', 'Nothing sent', '$1,000.00', {}, [], 0],
    ['waiting', 'Waiting', '$900.00', LOSSY, bought, 1200],
    ['unknown', 'Don’t know', '$900.00', LOSSY, bought, 2600],
    ['waiting', 'attempt 2', '$900.00', LOSSY, bought, 3100],
    ['unknown', 'gave up', '$800.00', LOSSY, bought, 6000],
    ['paid', 'Paid', '$900.00', CALM, pays(0), 1800],
    ['failed', 'Not paid', '$1,000.00', { ...CALM, card: 'declined' as const }, pays(0), 1800],
  ])('is %s: %s, %s', (belief, words, balance, settings, inputs, atMs) => {
    opened({ settings, inputs, atMs })
    expect(screen.getByTestId('belief')).toHaveAttribute('data-belief', belief)
    expect(screen.getByTestId('belief')).toHaveTextContent(words)
    expect(screen.getByTestId('balance')).toHaveTextContent(balance)
  })

  it('has both balances in minor units, for scripts', () => {
    opened({ settings: LOSSY, inputs: pays(0, 3000), atMs: 5000 })
    expect(screen.getByTestId('balance')).toHaveAttribute('data-minor', '80000')
    expect(screen.getByTestId('expected-balance')).toHaveAttribute('data-minor', '90000')
  })
})

describe('the bank', () => {
  it('lists its ledger, and says which rows charge again', () => {
    opened({ settings: LOSSY, inputs: pays(0, 3000), atMs: 5000 })
    expect(rowsOf(/Ledger/)).toEqual([
      expect.stringMatching(/1\.0 s.*attempt 1.*−\$100\.00/),
      expect.stringMatching(/4\.0 s.*attempt 2, again.*−\$100\.00/),
    ])
  })

  it('lists only the newest rows, counts those before, and names the payment where there are many', () => {
    opened({ settings: LOSSY, inputs: [...pays(0, 1, 2, 3), newPayment(4), ...pays(5)], atMs: 9000 })
    const earlier = /^Ledger, (\d) more before these$/.exec(
      table(/Ledger/).querySelector('caption')?.textContent ?? '',
    )
    const rows = rowsOf(/Ledger/)
    expect(rows.length + Number(earlier?.[1])).toBe(5)
    expect(rows.at(-1)).toMatch(/payment 2, attempt 1/)
  })

  it('lists the keys it has seen, and what it saved', () => {
    const { seek } = opened({ settings: KEYED, inputs: pays(0) })
    expect(rowsOf(/Keys/)).toEqual(['none yet'])
    seek(900)
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/^[0-9a-f]{8}….*processing$/)])
    seek(1300)
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/saved 201 Created$/)])
  })

  it.each([
    ['check-then-act', 1100, 'processing'],
    ['unique-200', 1100, 'inserted'],
    ['set-nx', 1600, 'completed'],
    ['lock-check-outside', 1000, 'locked'],
    ['lock-check-outside', 1380, 'lockedsaved 201'],
  ] as const)('says how the key stands: %s at %i ms, %s', (server, atMs, words) => {
    opened({ settings: { ...KEYED, server }, inputs: pays(0), atMs })
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(new RegExp(`…${words}$`))])
  })

  it('strikes through a record that has expired, until its key is written anew', () => {
    const { seek } = opened({ settings: { ...KEYED, ttl: 500 }, inputs: pays(0, 2500), atMs: 1799 })
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/saved 201 Created$/)])
    seek(1800)
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/saved 201 expired$/)])
    expect(within(table(/Keys/)).getByText('saved 201')).toBe(document.querySelector('s'))
    // The payment is paid, so that the second press does nothing: the record stays gone.
    seek(3400)
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/expired$/)])
  })

  it('shows the record anew once its key is written again', () => {
    const settings = { ...KEYED, ...LOSSY, ttl: 500 }
    const { seek } = opened({
      settings: { ...settings, keys: 'per-payment' },
      inputs: pays(0, 2600),
      atMs: 3400,
    })
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/expired$/)])
    seek(3460)
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/…processing$/)])
  })

  it('says what a crash rolled back, and what a 500 made it forget', () => {
    const { seek } = opened({ settings: { ...KEYED, crash: 'after-charge' }, inputs: pays(0), atMs: 1189 })
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/processing$/)])
    seek(1190)
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/processing rolled back$/)])
  })

  it('of instances with memories of their own says what each remembers', () => {
    const settings = {
      ...KEYED,
      ...LOSSY,
      keys: 'per-payment',
      server: 'saved-response',
      memory: 'per-instance',
    }
    const { seek } = opened({ settings: settings as object, inputs: pays(0, 2600), atMs: 2000 })
    expect(rowsOf(/each instance/)).toEqual([
      expect.stringMatching(/^instance 1.*saved 201$/),
      'instance 2nothing',
    ])
    seek(4400)
    expect(rowsOf(/each instance/)[1]).toMatch(/^instance 2.*saved 201$/)
  })

  it('has one table of keys where the memory is a database’s', () => {
    opened({ settings: { ...KEYED, memory: 'per-instance' }, inputs: pays(0), atMs: 900 })
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/processing$/)])
  })

  it('forgets with the instance that crashes', () => {
    const settings = {
      ...KEYED,
      server: 'saved-response',
      memory: 'per-instance',
      crash: 'after-answer-is-ready',
    } as const
    opened({ settings, inputs: pays(0), atMs: 1500 })
    expect(rowsOf(/each instance/)[0]).toMatch(/saved 201 forgotten$/)
  })

  it('says how its workers stand', () => {
    const workers = () =>
      within(screen.getByRole('list', { name: 'Workers' }))
        .getAllByRole('listitem')
        .map(item => item.textContent)
    const settings = { ...KEYED, server: 'set-nx', pause: 2000, crash: 'after-charge' } as const
    const { seek } = opened({ settings, inputs: pays(0, 100) })
    expect(workers()).toEqual(['worker 1 idle', 'worker 2 idle'])
    seek(820)
    expect(workers()).toEqual(['1worker 1 at attempt 1', '2worker 2 at attempt 2'])
    seek(1200)
    expect(workers()).toEqual(['1worker 1 asleep at attempt 1', 'worker 2 idle'])
    seek(3240)
    expect(workers()).toEqual(['worker 1 down, restarting', 'worker 2 idle'])
    seek(4100)
    expect(workers()).toEqual(['worker 1 idle', 'worker 2 idle'])
  })

  it('says which charge is a copy’s', () => {
    opened({ settings: { ...CALM, duplicate: 1 }, inputs: pays(0), atMs: 1300 })
    expect(rowsOf(/Ledger/)).toEqual([
      expect.stringMatching(/attempt 1−/),
      expect.stringMatching(/attempt 1, copy, again−/),
    ])
  })

  it('says at the code that the door turned a request away', () => {
    opened({ settings: { ...KEYED, rateLimit: 1 }, inputs: pays(0), atMs: 1000 })
    expect(screen.getByText('turned away at the door: no code ran')).toBeVisible()
    expect(screen.queryByTestId('lit-line')).toBeNull()
  })

  it('marks the line at which a worker sleeps or died', () => {
    const settings = { ...KEYED, server: 'set-nx', pause: 2000, crash: 'after-charge' } as const
    const { seek } = opened({ settings, inputs: pays(0), atMs: 2000 })
    expect(screen.getByRole('img', { name: 'payment 1, attempt 1 sleeps here' })).toBeVisible()
    seek(3240)
    expect(screen.getByRole('img', { name: 'payment 1, attempt 1 died here' })).toBeVisible()
    expect(screen.getByTestId('lit-line')).toHaveAttribute('data-running', 'false')
  })

  it('says that requests without a key leave none', () => {
    opened({ settings: CALM, inputs: pays(0), atMs: 900 })
    expect(rowsOf(/Keys/)).toEqual([expect.stringMatching(/^none.*no key/)])
  })

  it('lights the line each worker stands at', () => {
    opened({ settings: KEYED, inputs: pays(0, 100), atMs: 820 })
    expect(screen.getByTestId('handler')).toHaveAttribute('data-strategy', 'one-transaction')
    const line = screen.getByTestId('lit-line')
    expect(line).toHaveTextContent(/tx\.insert\(req\)/)
    expect(line).toHaveAttribute('data-running', 'true')
    expect(
      within(line)
        .getAllByRole('img')
        .map(mark => mark.getAttribute('aria-label')),
    ).toEqual(['payment 1, attempt 1 is here', 'payment 1, attempt 2 is here'])
  })

  it('lights a line on which first attempts of two payments stand', () => {
    opened({ settings: CALM, inputs: [...pays(0), newPayment(50), ...pays(50)], atMs: 820 })
    expect(within(screen.getByTestId('lit-line')).getAllByRole('img')).toHaveLength(2)
  })
})

describe('the wires', () => {
  it('have every message in sight, and lose one in flight on a press', async () => {
    const { simulator, user } = opened({ settings: CALM, inputs: pays(0, 100), atMs: 300 })
    const packets = screen.getAllByTestId('packet')
    expect(packets.map(packet => packet.dataset.message)).toEqual(['p1.a1.request', 'p1.a2.request'])
    await user.click(packets[1] as HTMLElement)
    expect(packets.map(packet => packet.dataset.fate)).toEqual(['in-flight', 'lost'])
    expect(simulator.state.session.inputs.at(-1)).toEqual(drop(300, 'p1.a2.request'))
    await user.click(packets[1] as HTMLElement)
    expect(simulator.state.session.inputs).toHaveLength(3)
  })

  it('say how many requests wait for a worker', () => {
    const { seek } = opened({ settings: { ...KEYED, pause: 3000 }, inputs: pays(0, 10, 20), atMs: 715 })
    expect(screen.queryByText(/waiting for a worker/)).toBeNull()
    seek(725)
    expect(screen.getByText('1 waiting for a worker')).toBeVisible()
  })

  it('lose the copy alone on a press on it', async () => {
    const { seek, user } = opened({ settings: { ...CALM, duplicate: 1 }, inputs: pays(0), atMs: 300 })
    const name = 'Copy of attempt 1: POST /payments, ×2 no key. Lose this message'
    await user.click(screen.getByRole('button', { name }))
    seek(1300)
    expect(rowsOf(/Ledger/)).toEqual([expect.stringMatching(/attempt 1−/)])
  })

  it('say what will be seen on them, until something is sent', () => {
    const { seek } = opened({ settings: CALM })
    expect(screen.getByText(/^Your requests fly here/)).toBeVisible()
    expect(screen.queryByTestId('packet')).toBeNull()
    seek(0)
  })

  it('leave the focus on a packet while other things happen', () => {
    const { seek } = opened({ settings: LOSSY, inputs: pays(0, 600), atMs: 650 })
    const [, second] = screen.getAllByTestId('packet')
    second?.focus()
    seek(700)
    seek(1100)
    expect(second).toHaveFocus()
  })

  it('take over the focus of a packet that leaves, so that Tab goes on from there', () => {
    const { seek } = opened({ settings: CALM, inputs: pays(0), atMs: 300 })
    screen.getByTestId('packet').focus()
    seek(1405)
    expect(document.querySelector('[data-message="p1.a1.request"]')).toBeNull()
    expect(document.body).not.toHaveFocus()
  })
})

describe('the phone', () => {
  it('shows a receipt once it is told paid', () => {
    opened({ settings: CALM, inputs: [payAmount(0, 2550)], atMs: 1800 })
    expect(screen.getByText('Payment 1')).toBeVisible()
    expect(screen.getByText('$25.50')).toBeVisible()
  })
})

describe('the verdict', () => {
  it('leads to the moment at which the promise was broken, and stands there', async () => {
    const { clock, simulator, user } = renderIn(
      { settings: LOSSY, inputs: pays(0, 3000), atMs: 5000, clock: 'auto' },
      <Verdict />,
    )
    await user.click(screen.getByRole('button', { name: 'Show the moment' }))
    clock.run(100)
    expect([simulator.playhead.timeMs, simulator.state.status]).toEqual([4000, 'paused'])
  })

  it('leads to no moment while nothing is broken', () => {
    renderIn({ settings: LOSSY, inputs: pays(0, 3000), atMs: 3999 }, <Verdict />)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
