import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Input, type Settings } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { pays } from '../sim/testing/run.ts'
import { keepsTimes, partingOf } from './parting.ts'
import { runSession } from './run-session.ts'

const run = (settings: Partial<Settings>, inputs: Input[] = pays(0, 3000)) =>
  runSession({ settings: { ...DEFAULT_SETTINGS, ...settings }, inputs })

describe('two runs part', () => {
  it('where the bank charges again on one side and gives its saved answer on the other (seed 202)', () => {
    const parting = partingOf(run({}), run({ keys: 'per-payment' }))
    expect(parting?.first).toMatchObject({ kind: 'ledger.charged', attempt: 2 })
    expect(parting?.inBooks).toBe(false)
    expect(parting?.second).toMatchObject({ kind: 'response.sent', attempt: 2, response: { status: 201 } })
    expect(parting?.at).toBe(Math.min(parting?.first?.at ?? 0, parting?.second?.at ?? 0))
  })

  it('where one has an event more, and the other goes on without it', () => {
    const parting = partingOf(run({ duplicate: 0 }, pays(0)), run({ duplicate: 1 }, pays(0)))
    expect(parting?.second?.kind).toBe('request.duplicated')
  })

  it('in their books alone, if nothing else parts them', () => {
    const keyed = { keys: 'per-payment', responseLoss: 0 } as const
    const parting = partingOf(
      run({ ...keyed, server: 'set-nx' }, pays(0)),
      run({ ...keyed, server: 'unique-200' }, pays(0)),
    )
    expect(parting?.inBooks).toBe(true)
    expect([parting?.first?.kind, parting?.second?.kind]).toContain('store.written')
  })

  it('in their books where only a record runs out, and where a store is asked otherwise', () => {
    const keyed = { keys: 'per-payment', responseLoss: 0 } as const
    const forgets = partingOf(run(keyed, pays(0)), run({ ...keyed, ttl: 2000 }, pays(0)))
    expect(forgets).toMatchObject({ inBooks: true, first: null, second: { kind: 'record.expired' } })
    const looks = partingOf(
      run({ ...keyed, server: 'charge-then-record' }, pays(0, 5000)),
      run({ ...keyed, server: 'check-then-act' }, pays(0, 5000)),
    )
    expect(looks?.inBooks).toBe(true)
  })

  it('nowhere, when only times differ', () => {
    const [first, second] = [run({ responseLoss: 0 }), run({ responseLoss: 0, latency: '601-801' })]
    expect(partingOf(first, second)).toBeNull()
    expect([keepsTimes(first, second), keepsTimes(first, first)]).toEqual([false, true])
  })

  it('where another amount is charged', () => {
    const parting = partingOf(
      run({ responseLoss: 0 }, pays(0)),
      run({ responseLoss: 0, amount: 5000 }, pays(0)),
    )
    expect(parting).toMatchObject({ inBooks: false, first: { kind: 'ledger.charged' } })
  })
})

itHolds(
  'a run does not part from itself, and parts from another as that does from it',
  { seed: 381, runs: 200 },
  fc.property(session, session, (a, b) => {
    const [first, second] = [runSession(a), runSession(b)]
    expect(partingOf(first, first)).toBeNull()
    const parting = partingOf(first, second)
    const turned = partingOf(second, first)
    expect(turned).toEqual(parting && { ...parting, first: parting.second, second: parting.first })
  }),
)
