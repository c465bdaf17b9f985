import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chargesOf,
  DEFAULT_SETTINGS,
  type Input,
  type Session,
  type Settings,
  simulate,
} from '../sim/index.ts'
import { session as anySession } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { CALM, lastState, pays } from '../sim/testing/run.ts'
import { newPayment, set } from '../testing/inputs.ts'
import { withSettings } from './rerun.ts'
import { runSession } from './run-session.ts'
import { type WhatIf, whatIf } from './what-if.ts'

const sessionOf = (settings: Partial<Settings>, inputs: readonly Input[]): Session => ({
  settings: { ...DEFAULT_SETTINGS, ...settings },
  inputs,
})
const tried = (session: Session, payment = 1) => whatIf(session, runSession(session), payment)
const settingsOf = (results: readonly WhatIf[]) => results.map(({ settings }) => settings)
const preventing = (results: readonly WhatIf[]) => settingsOf(results.filter(({ prevented }) => prevented))
const failing = (results: readonly WhatIf[]) => settingsOf(results.filter(({ prevented }) => !prevented))
function found(results: readonly WhatIf[], settings: Partial<Settings>): WhatIf {
  const result = results.find(each => JSON.stringify(each.settings) === JSON.stringify(settings))
  if (!result) throw new Error(`${JSON.stringify(settings)} was not tried.`)
  return result
}

const STORY = sessionOf({ seed: 202 }, pays(0, 3000))

/** Judged anew, without any of what is tested: the payment's charges, broken promises, and what the person knows. */
function ends(session: Session, payment: number) {
  const trace = simulate(session)
  const { ledger, payments } = lastState(trace)
  return {
    charges: chargesOf(ledger, payment),
    harm: trace.events.some(({ kind }) => kind === 'promise.broken'),
    belief: payments[payment - 1]?.belief,
  }
}

function isGood(session: Session, changed: Session, payment: number): boolean {
  const { charges, harm, belief } = ends(changed, payment)
  return charges === 1 && !harm && (belief === 'paid' || belief === ends(session, payment).belief)
}

describe('what would have prevented the double charge of the story', () => {
  it('is a key per payment, and not a longer timeout or more attempts', () => {
    const results = tried(STORY)
    expect(preventing(results)).toEqual([
      { keys: 'per-payment' },
      { keys: 'per-session' },
      { responseLoss: 0 },
    ])
    expect(failing(results)).toEqual([
      { timeout: 10_000 },
      { retry: 'auto', attempts: 10 },
      { keys: 'per-attempt' },
    ])
  })

  it('is told for other luck, too, as often as simulating each seed says', () => {
    const { others } = found(tried(STORY), { keys: 'per-payment' })
    const seeds: number[] = []
    for (let seed = 203; seeds.length < 20; seed += 1) {
      if (ends(withSettings(STORY, { seed }), 1).charges > 1) seeds.push(seed)
    }
    const good = seeds.filter(seed => {
      const there = withSettings(STORY, { seed })
      return isGood(there, withSettings(there, { keys: 'per-payment' }), 1)
    })
    expect(others).toEqual({ prevented: good.length, of: 20 })
    expect(found(tried(STORY), { timeout: 10_000 }).others).toEqual({ prevented: 0, of: 20 })
  })

  it('says that a change changes nothing where it does not', () => {
    const results = tried({
      settings: { ...STORY.settings, retry: 'auto' },
      inputs: STORY.inputs.slice(0, 1),
    })
    expect(found(results, { attempts: 10 }).same).toBe(true)
    expect(found(results, { timeout: 10_000 }).same).toBe(false)
    expect(found(results, { keys: 'per-attempt' }).same).toBe(false)
  })

  it('finds what is wrong with one key for everything at the next purchase', () => {
    const results = tried(STORY)
    const { next } = found(results, { keys: 'per-session' })
    expect(next?.payment).toBe(2)
    expect(next && chargesOf(lastState(next.trace).ledger, 2)).toBe(0)
    expect(found(results, { keys: 'per-payment' }).next).toBeNull()
  })
})

describe('what would have prevented a double charge', () => {
  const crash = sessionOf(
    { ...CALM, keys: 'per-payment', server: 'charge-then-record', crash: 'after-charge' },
    pays(0, 3000),
  )

  it('is one transaction, or a key that goes on with the charge, where a worker died', () => {
    const results = tried(crash)
    expect(preventing(results)).toEqual([
      { server: 'one-transaction' },
      { server: 'saved-response-downstream-key' },
      { server: 'check-then-act' },
      { crash: 'none' },
    ])
    const { next } = found(results, { server: 'check-then-act' })
    expect(next && chargesOf(lastState(next.trace).ledger, next.payment)).toBe(2)
  })

  it.each<[string, Partial<Settings>, Input[], Partial<Settings>]>([
    [
      'records kept a day',
      { keys: 'per-payment', ttl: 1000, responseLoss: 1 },
      pays(0, 3000),
      { ttl: 86_400_000 },
    ],
    [
      'a longer lease',
      { keys: 'per-payment', server: 'set-nx', lease: 1000, pause: 4000 },
      pays(0, 3000),
      { lease: 60_000 },
    ],
    [
      'one shared memory',
      { keys: 'per-payment', server: 'lua-get-or-claim', memory: 'per-instance', responseLoss: 1 },
      pays(0, 3000),
      { memory: 'shared' },
    ],
    ['no duplicate', { duplicate: 1 }, pays(0), { duplicate: 0 }],
    [
      'no pause',
      { keys: 'per-payment', server: 'set-nx', lease: 1000, pause: 4000 },
      pays(0, 3000),
      { pause: 0 },
    ],
  ])('is %s', (_, settings, inputs, cure) => {
    expect(preventing(tried(sessionOf({ ...CALM, ...settings }, inputs)))).toContainEqual(cure)
  })

  it('is both at once only where nothing alone helps', () => {
    const both = { keys: 'per-payment', server: 'one-transaction' } as const
    const results = tried(sessionOf({ ...STORY.settings, server: 'no-key' }, STORY.inputs))
    expect(results.at(-1)).toMatchObject({ settings: both, prevented: true, kind: 'cure' })
    expect(failing(results)).toContainEqual({ keys: 'per-payment' })
    expect(settingsOf(tried(STORY))).not.toContainEqual(both)
  })

  it('is not to stop trying: then nobody learns', () => {
    const results = tried(sessionOf({ seed: 202, retry: 'auto' }, pays(0)))
    const stopped = found(results, { retry: 'manual' })
    expect(stopped.outcome).toMatchObject({ charges: 1, belief: 'unknown', broken: [] })
    expect(stopped.prevented).toBe(false)
  })

  it('is nothing that breaks a promise to another payment', () => {
    const twice = sessionOf({ seed: 202 }, [...STORY.inputs, newPayment(9000), ...pays(10_000)])
    const results = tried(twice)
    expect(found(results, { keys: 'per-session' }).prevented).toBe(
      ends(withSettings(twice, { keys: 'per-session' }), 1).harm === false,
    )
    expect(found(results, { keys: 'per-payment' }).prevented).toBe(true)
  })

  it('holds for the whole run, whatever was switched in its middle', () => {
    const switched = sessionOf({ keys: 'per-payment' }, [set(0, { keys: 'off' }), ...STORY.inputs])
    expect(preventing(tried(switched))).toContainEqual({ keys: 'per-payment' })
  })

  it('is tried under less other luck the longer a session is', () => {
    const inputs = Array.from({ length: 40 }, (_, index) =>
      index % 2 ? newPayment(index * 6000) : pays(index * 6000),
    )
    const long = sessionOf({ seed: 202, retry: 'auto' }, inputs.flat())
    const of = found(tried(long), { keys: 'per-payment' }).others.of
    expect(of).toBeGreaterThan(0)
    expect(of).toBeLessThan(20)
  })
})

/** The first payment that a session charges more than once; 0 for none. */
function doubled(session: Session): number {
  const charge = simulate(session).events.find(
    ({ kind, data }) => kind === 'ledger.charged' && Number(data?.number) > 1,
  )
  return Number(charge?.payment?.slice(1) ?? 0)
}

const doubleCharging = anySession
  .map(
    (drawn): Session => ({ settings: { ...drawn.settings, card: 'ok' }, inputs: drawn.inputs.slice(0, 8) }),
  )
  .filter(session => doubled(session) > 0)

describe('what was tried on random double charges', () => {
  itHolds(
    'is judged as simulating it anew judges it, and is a change',
    { seed: 411, runs: 20 },
    fc.property(doubleCharging, session => {
      const payment = doubled(session)
      for (const { settings, prevented, outcome } of tried(session, payment)) {
        const changed = withSettings(session, settings)
        expect(changed).not.toEqual(session)
        expect(prevented, JSON.stringify(settings)).toBe(isGood(session, changed, payment))
        expect(outcome.charges).toBe(ends(changed, payment).charges)
      }
    }),
  )
})
