import type { ReactNode } from 'react'
import { percent } from '../narrate/words.ts'
import { type Knob, type SettingName, type Span, spanOf } from '../sim/index.ts'
import { LockablePart } from '../ui/Locked.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { Slider } from '../ui/Slider.tsx'
import styles from './MoreSettings.module.css'
import { timeInWords } from './setting-words.ts'

export interface KnobFieldProps {
  name: SettingName
  knob: Knob
  value: unknown
  onSet: (value: unknown) => void
  hint?: ReactNode
}

/** By which name a setting is locked that has one of its own. */
export const LOCKED_BY: { readonly [Name in SettingName]?: string } = {
  keys: 'keys',
  responseLoss: 'drop',
  retry: 'retry',
}

/** The control of a setting. */
export function KnobField(props: KnobFieldProps) {
  return (
    <LockablePart name={LOCKED_BY[props.name] ?? ''}>
      <FieldOfKind {...props} />
    </LockablePart>
  )
}

/** By the kind of its knob. */
function FieldOfKind({ name, knob, value, onSet, hint }: KnobFieldProps) {
  const hinted = hint ? { hint } : {}
  if (knob.kind === 'choice') {
    return (
      <Select label={knob.label} options={knob.options} value={String(value)} onChange={onSet} {...hinted} />
    )
  }
  if (knob.kind === 'span') return <SpanControl knob={knob} value={value as Span} onSet={onSet} hint={hint} />
  if (knob.kind !== 'number') return null
  if (knob.unit === 'probability') {
    return (
      <Slider
        label={knob.label}
        min={knob.min * 100}
        max={knob.max * 100}
        step={1}
        value={Math.round(Number(value) * 100)}
        valueText={shown => percent(shown / 100)}
        onCommit={chosen => onSet(chosen / 100)}
        {...hinted}
      />
    )
  }
  const said = knob.unit === 'ms' ? timeInWords(name, Number(value)) : ''
  const minor = knob.unit === 'minor units'
  const scale = minor ? 100 : 1
  return (
    <NumberField
      label={knob.label}
      unit={minor ? '$' : knob.unit || undefined}
      min={knob.min / scale}
      max={knob.max / scale}
      step={1 / scale}
      value={Number(value) / scale}
      onCommit={chosen => onSet(Math.round(chosen * scale))}
      hint={
        <>
          {said && `Now ${said}. `}
          {hint}
        </>
      }
    />
  )
}

interface SpanControlProps {
  knob: Extract<Knob, { kind: 'span' }>
  value: Span
  onSet: (value: Span) => void
  hint: ReactNode
}

/** Two fields; each keeps the other on its side. */
function SpanControl({ knob, value, onSet, hint }: SpanControlProps) {
  const { minMs, maxMs } = spanOf(value)
  return (
    <fieldset className={styles.span}>
      <legend>{knob.label}</legend>
      <NumberField
        label="From"
        unit={knob.unit}
        min={knob.min}
        max={maxMs}
        value={minMs}
        onCommit={from => onSet(`${from}-${maxMs}`)}
      />
      <NumberField
        label="To"
        unit={knob.unit}
        min={minMs}
        max={knob.max}
        value={maxMs}
        onCommit={to => onSet(`${minMs}-${to}`)}
      />
      {hint && <p className={styles.hint}>{hint}</p>}
    </fieldset>
  )
}
