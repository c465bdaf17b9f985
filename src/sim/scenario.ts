import type { KeyPolicy } from './client/key-policy.ts'
import { type ChoiceKnob, isValid, type NumberKnob, rangeOf, type Span, type SpanKnob } from './knob.ts'
import { LARGEST_AMOUNT, type Minor } from './ledger/money.ts'
import type { CrashPoint } from './server/crash-point.ts'
import { STRATEGIES, type StrategyId } from './server/strategies.ts'

export type { Span } from './knob.ts'

/** Everything that can be set of the world. Names and forms are those of the address bar. */
export interface Settings {
  readonly seed: number
  readonly keys: KeyPolicy
  readonly server: StrategyId
  /** Probability, 0…1. */
  readonly responseLoss: number
  /** Probability, 0…1. */
  readonly requestLoss: number
  /** One way, "min-max" in milliseconds. */
  readonly latency: Span
  /** Milliseconds. */
  readonly timeout: number
  readonly retry: 'manual' | 'auto'
  readonly attempts: number
  readonly backoff: 'fixed' | 'exponential'
  readonly jitter: 'none' | 'full' | 'equal'
  readonly amount: Minor
  readonly card: 'ok' | 'declined'
  /** Probability, 0…1. */
  readonly duplicate: number
  /** Probability, 0…1. */
  readonly rateLimit: number
  readonly crash: 'none' | CrashPoint
  /** Milliseconds; 0 for none. */
  readonly pause: number
  readonly serverError: 'none' | 'after-charge'
  readonly errorReplay: 'saved' | 'run-again'
  readonly keyRequired: 'off' | 'on'
  readonly memory: 'shared' | 'per-instance'
  /** Milliseconds. */
  readonly ttl: number
  /** Milliseconds. */
  readonly lease: number
}

// Wrapped in a tuple, the condition does not distribute over the options of a choice.
type KnobFor<T> = [T] extends [number] ? NumberKnob : [T] extends [Span] ? SpanKnob : ChoiceKnob<T & string>

/**
 * Every knob once: type, unit, default, limits and label.
 *
 * The default seed tells the story: for the first three payments the first answer is lost and the second arrives.
 */
export const SCENARIO: { readonly [Name in keyof Settings]: KnobFor<Settings[Name]> } = {
  seed: {
    kind: 'number',
    label: 'Seed',
    default: 202,
    min: 0,
    max: 4294967295,
    whole: true,
    unit: '',
  },
  keys: {
    kind: 'choice',
    label: 'Key policy',
    default: 'off',
    options: [
      { value: 'off', label: 'Off: no key' },
      { value: 'per-payment', label: 'One key per payment' },
      { value: 'per-attempt', label: 'A new key per attempt (bug)' },
      { value: 'per-session', label: 'One key for everything (bug)' },
      { value: 'empty', label: 'An empty key (bug)' },
      { value: 'too-long', label: 'A key of 300 characters (bug)' },
    ],
  },
  server: {
    kind: 'choice',
    label: 'Server strategy',
    default: 'one-transaction',
    options: STRATEGIES,
  },
  responseLoss: {
    kind: 'number',
    label: 'Response drop rate',
    aliases: ['drop'],
    default: 0.5,
    min: 0,
    max: 1,
    whole: false,
    unit: 'probability',
  },
  requestLoss: {
    kind: 'number',
    label: 'Request drop rate',
    default: 0,
    min: 0,
    max: 1,
    whole: false,
    unit: 'probability',
  },
  latency: {
    kind: 'span',
    label: 'Latency, one way',
    default: '600-800',
    min: 0,
    max: 60_000,
    unit: 'ms',
  },
  timeout: {
    kind: 'number',
    label: 'Timeout',
    default: 2500,
    min: 100,
    max: 60_000,
    whole: true,
    unit: 'ms',
  },
  retry: {
    kind: 'choice',
    label: 'Retry automatically',
    default: 'manual',
    options: [
      { value: 'manual', label: 'By hand' },
      { value: 'auto', label: 'Automatically' },
    ],
  },
  attempts: {
    kind: 'number',
    label: 'Attempts at most',
    default: 5,
    min: 1,
    max: 10,
    whole: true,
    unit: '',
  },
  backoff: {
    kind: 'choice',
    label: 'Backoff',
    default: 'exponential',
    options: [
      { value: 'fixed', label: 'Fixed' },
      { value: 'exponential', label: 'Exponential' },
    ],
  },
  jitter: {
    kind: 'choice',
    label: 'Jitter',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'full', label: 'Full' },
      { value: 'equal', label: 'Equal' },
    ],
  },
  amount: {
    kind: 'number',
    label: 'Amount',
    default: 10_000,
    min: 1,
    max: LARGEST_AMOUNT,
    whole: true,
    unit: 'minor units',
  },
  card: {
    kind: 'choice',
    label: 'Card',
    default: 'ok',
    options: [
      { value: 'ok', label: 'Accepted' },
      { value: 'declined', label: 'Declined (402)' },
    ],
  },
  duplicate: {
    kind: 'number',
    label: 'Duplicate rate',
    default: 0,
    min: 0,
    max: 1,
    whole: false,
    unit: 'probability',
  },
  rateLimit: {
    kind: 'number',
    label: 'Rate limit (429)',
    default: 0,
    min: 0,
    max: 1,
    whole: false,
    unit: 'probability',
  },
  crash: {
    kind: 'choice',
    label: 'Crash',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'before-charge', label: 'Before the charge' },
      { value: 'after-charge', label: 'After the charge' },
      { value: 'after-record', label: 'After the key is recorded' },
      { value: 'after-answer-is-ready', label: 'When the answer is ready' },
    ],
  },
  pause: {
    kind: 'number',
    label: 'Worker pause',
    default: 0,
    min: 0,
    max: 60_000,
    whole: true,
    unit: 'ms',
  },
  serverError: {
    kind: 'choice',
    label: 'Server error (500)',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'after-charge', label: 'After the charge' },
    ],
  },
  errorReplay: {
    kind: 'choice',
    label: 'A retry after a 500',
    default: 'saved',
    options: [
      { value: 'saved', label: 'Gets the saved 500' },
      { value: 'run-again', label: 'Runs again' },
    ],
  },
  keyRequired: {
    kind: 'choice',
    label: 'Key required',
    default: 'off',
    options: [
      { value: 'off', label: 'No' },
      { value: 'on', label: 'Yes' },
    ],
  },
  memory: {
    kind: 'choice',
    label: 'Memory of keys',
    default: 'shared',
    options: [
      { value: 'shared', label: 'One, shared' },
      { value: 'per-instance', label: 'Each instance its own (bug)' },
    ],
  },
  ttl: {
    kind: 'number',
    label: 'Time to live of a record',
    default: 86_400_000,
    min: 100,
    max: 86_400_000,
    whole: true,
    unit: 'ms',
  },
  lease: {
    kind: 'number',
    label: 'Lease of a lock',
    default: 10_000,
    min: 100,
    max: 86_400_000,
    whole: true,
    unit: 'ms',
  },
}

export type SettingName = keyof Settings
export const SETTING_NAMES = Object.keys(SCENARIO) as readonly SettingName[]

export const DEFAULT_SETTINGS: Settings = Object.fromEntries(
  SETTING_NAMES.map(name => [name, SCENARIO[name].default]),
) as unknown as Settings

/** A value that was refused: names argument, value and allowed range. */
export class BadValueError extends Error {
  override name = 'BadValueError'

  constructor(argument: string, value: unknown, range: string) {
    super(`${argument} is ${show(value)}, but must be ${range}.`)
  }
}

function show(value: unknown): string {
  const text =
    typeof value === 'string'
      ? JSON.stringify(value)
      : typeof value === 'object'
        ? safeJson(value)
        : String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return 'an object that is no plain JSON'
  }
}

/**
 * The known settings of a plain object, checked.
 *
 * @throws BadValueError for a value out of range, or a name that is no setting
 */
export function checkSettings(value: unknown, argument = 'settings'): Partial<Settings> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadValueError(argument, value, 'an object of settings')
  }
  const checked: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries(value)) {
    if (setting === undefined) continue
    if (!Object.hasOwn(SCENARIO, name)) {
      const range = `left out: the settings are ${SETTING_NAMES.join(', ')}`
      throw new BadValueError(`${argument}.${name}`, setting, range)
    }
    const knob = SCENARIO[name as SettingName]
    if (!isValid(knob, setting)) throw new BadValueError(`${argument}.${name}`, setting, rangeOf(knob))
    checked[name] = setting
  }
  return checked as Partial<Settings>
}
