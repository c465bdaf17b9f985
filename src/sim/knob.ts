/**
 * A knob: one thing that can be set. A table of knobs makes the address bar, the validation, the controls and the
 * README's section.
 */
interface KnobText {
  /** What the control is called on the screen. */
  readonly label: string
  /** Other names the address bar takes. */
  readonly aliases?: readonly string[]
}

export interface ChoiceKnob<T extends string> extends KnobText {
  readonly kind: 'choice'
  readonly default: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
}

export interface NumberKnob extends KnobText {
  readonly kind: 'number'
  readonly default: number
  readonly min: number
  readonly max: number
  /** Whole numbers only. */
  readonly whole: boolean
  /** Of a probability the numbers from 0 to 1 say all; it is only set and told as a percentage. */
  readonly unit: '' | 'ms' | 'minor units' | '×' | 'probability'
}

/** Two whole numbers of milliseconds, written "min-max". */
export interface SpanKnob extends KnobText {
  readonly kind: 'span'
  readonly default: Span
  readonly min: number
  readonly max: number
  readonly unit: 'ms'
}

/** A comma list of some of the options. */
export interface ListKnob<T extends string> extends KnobText {
  readonly kind: 'list'
  readonly default: readonly T[]
  readonly options: readonly { readonly value: T; readonly label: string }[]
}

/** Any text; whoever reads it says whether it is right. */
export interface TextKnob extends KnobText {
  readonly kind: 'text'
  readonly default: string
  readonly form: string
}

export type Span = `${number}-${number}`
export type Knob = ChoiceKnob<string> | NumberKnob | SpanKnob | ListKnob<string> | TextKnob

/** The allowed values in words, for messages and the README. */
export function rangeOf(knob: Knob): string {
  switch (knob.kind) {
    case 'choice':
      return `one of ${knob.options.map(option => option.value).join(', ')}`
    case 'list':
      return `a comma list of ${knob.options.map(option => option.value).join(', ')}`
    case 'number': {
      const unit = knob.unit === '' || knob.unit === 'probability' ? '' : ` ${knob.unit}`
      return `${knob.whole ? 'a whole number' : 'a number'} from ${knob.min} to ${knob.max}${unit}`
    }
    case 'span':
      return `"min-max" with whole ${knob.unit} from ${knob.min} to ${knob.max}, min not above max`
    case 'text':
      return knob.form
  }
}

/** Whether a value is one the knob can be set to. Plain JSON in: numbers for numbers, text for the rest, arrays for lists. */
export function isValid(knob: Knob, value: unknown): boolean {
  switch (knob.kind) {
    case 'choice':
      return knob.options.some(option => option.value === value)
    case 'list':
      return Array.isArray(value) && value.every(item => knob.options.some(option => option.value === item))
    case 'number':
      return (
        typeof value === 'number' &&
        value >= knob.min &&
        value <= knob.max &&
        (!knob.whole || Number.isInteger(value))
      )
    case 'span':
      return typeof value === 'string' && isSpan(knob, value)
    case 'text':
      return typeof value === 'string'
  }
}

function isSpan(knob: SpanKnob, text: string): boolean {
  const match = /^(\d{1,7})-(\d{1,7})$/.exec(text)
  if (!match) return false
  const min = Number(match[1])
  const max = Number(match[2])
  return min >= knob.min && max <= knob.max && min <= max
}

/** Reads a value as it stands in the address bar; undefined when it is none the knob can be set to. */
export function parseKnob(knob: Knob, text: string): unknown {
  const value = knob.kind === 'number' ? parseNumber(text) : knob.kind === 'list' ? parseList(text) : text
  return isValid(knob, value) ? value : undefined
}

/** Writes a value as it stands in the address bar. */
export function formatKnob(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}

function parseNumber(text: string): number | undefined {
  return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : undefined
}

function parseList(text: string): string[] {
  return text === '' ? [] : text.split(',')
}
