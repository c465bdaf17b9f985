import { SCENARIO, type Session, type Settings, type Trace } from '../sim/index.ts'

/** `cure`: what the field does against it. `belief`: what many think helps. `luck`: what nobody can set. */
export type CandidateKind = 'cure' | 'belief' | 'luck'

/** A change that might have prevented a double charge. */
export interface Candidate {
  readonly kind: CandidateKind
  readonly settings: Partial<Settings>
}

/** Strategies that hold a key for the time of a lease. */
const LEASED: readonly Settings['server'][] = ['set-nx', 'lock-check-outside']
const LONG_LEASE_MS = 60_000
const LONG_TIMEOUT_MS = 60_000
const KEY_AND_TRANSACTION = { keys: 'per-payment', server: 'one-transaction' } as const

/** What is tried against a double charge, as the settings stood then: never a change that is none. */
export function candidatesFor(session: Session, now: Omit<Settings, 'seed'>): Candidate[] {
  const cures: Partial<Settings>[] = [
    { keys: 'per-payment' },
    { server: 'one-transaction' },
    { server: 'saved-response-downstream-key' },
    { memory: 'shared' },
    { ttl: SCENARIO.ttl.max },
    ...(now.serverError === 'none'
      ? []
      : [{ server: 'one-transaction', errorReplay: 'run-again' } satisfies Partial<Settings>]),
  ]
  const luck: Partial<Settings>[] = [
    { responseLoss: 0 },
    { duplicate: 0 },
    { crash: 'none' },
    { pause: 0 },
    { serverError: 'none' },
  ]
  return [
    ...cures.map((settings): Candidate => ({ kind: 'cure', settings })),
    ...beliefs(now).map((settings): Candidate => ({ kind: 'belief', settings })),
    ...luck.map((settings): Candidate => ({ kind: 'luck', settings })),
  ].filter(({ settings }) => isChange(session, settings))
}

function beliefs(now: Omit<Settings, 'seed'>): Partial<Settings>[] {
  return [
    ...(now.timeout < LONG_TIMEOUT_MS ? [{ timeout: Math.min(LONG_TIMEOUT_MS, 4 * now.timeout) }] : []),
    // Against a pause no lease is long enough: it needs a fencing token.
    ...(LEASED.includes(now.server)
      ? [{ lease: Math.min(SCENARIO.lease.max, Math.max(LONG_LEASE_MS, 4 * now.lease)) }]
      : []),
    // Who retries by hand is given a client that does it.
    now.retry === 'auto'
      ? { attempts: SCENARIO.attempts.max }
      : { retry: 'auto', attempts: SCENARIO.attempts.max },
    ...(now.retry === 'auto' ? waits(now) : []),
    { keys: 'per-attempt' },
    { keys: 'per-session' },
    // Without a key no server strategy is ever asked.
    ...(now.keys === 'off'
      ? []
      : ([{ server: 'check-then-act' }, { server: 'charge-then-record' }] as const)),
    { retry: 'manual' },
  ]
}

function waits({ jitter }: Omit<Settings, 'seed'>): Partial<Settings>[] {
  return [{ backoff: 'exponential' }, ...(jitter === 'none' ? [{ jitter: 'full' } as const] : [])]
}

/** What is tried only where nothing alone helps: more and more at once. */
export function combinationsFor(session: Session): Candidate[] {
  const tried: Partial<Settings>[] = [
    KEY_AND_TRANSACTION,
    { ...KEY_AND_TRANSACTION, ttl: SCENARIO.ttl.max },
    { ...KEY_AND_TRANSACTION, errorReplay: 'run-again' },
    { ...KEY_AND_TRANSACTION, ttl: SCENARIO.ttl.max, errorReplay: 'run-again' },
  ]
  return tried
    .map((settings): Candidate => ({ kind: 'cure', settings: changed(session, settings) }))
    .filter(({ settings }) => isChange(session, settings))
}

/** Only what is not so already, all through the session. */
function changed(session: Session, settings: Partial<Settings>): Partial<Settings> {
  const entries = Object.entries(settings).filter(([name, value]) => isChange(session, { [name]: value }))
  return Object.fromEntries(entries)
}

function isChange(session: Session, settings: Partial<Settings>): boolean {
  const wanted = new Map<string, unknown>(Object.entries(settings))
  const differs = (held: object) =>
    Object.entries(held).some(([name, value]) => wanted.has(name) && wanted.get(name) !== value)
  return (
    differs(session.settings) ||
    session.inputs.some(input => input.type === 'configure' && differs(input.settings))
  )
}

/** In a hurry one presses twice before any answer can have come. */
const HURRY_MS = 50
/** The network at its best, so that what goes wrong is not its fault. */
const CALM = { responseLoss: 0, requestLoss: 0, rateLimit: 0, duplicate: 0, latency: '700-700' } as const

/** The same purchases, and after all else is over one more, over a calm network, with Pay pressed twice in a hurry. */
export function withNextPurchase(session: Session, trace: Trace): Session {
  const at = Math.ceil(trace.endMs) + 1
  return {
    ...session,
    inputs: [
      ...session.inputs,
      { at, type: 'newPayment' },
      { at, type: 'configure', settings: CALM },
      { at: at + 1, type: 'pay' },
      { at: at + 1 + HURRY_MS, type: 'pay' },
    ],
  }
}
