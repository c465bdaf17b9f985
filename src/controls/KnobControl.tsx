import { STRATEGY_WORDS } from '../narrate/strategy-words.ts'
import { percent } from '../narrate/words.ts'
import {
  type Knob,
  type SettingName,
  type Settings,
  type Span,
  type StrategyId,
  spanOf,
} from '../sim/index.ts'
import { pressing } from '../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { Slider } from '../ui/Slider.tsx'
import styles from './MoreSettings.module.css'
import { timeInWords, withoutEffect } from './setting-words.ts'

/** The control of a setting, by the kind of its knob. */
export function KnobControl({ name, knob }: { name: SettingName; knob: Knob }) {
  const simulator = useSimulator()
  const value = useSimulatorState(state =>
    name === 'seed' ? state.session.settings.seed : state.frame.state.settings[name],
  )
  const idle = useSimulatorState(state => withoutEffect(name, state.frame.state.settings))
  const set = (chosen: unknown) => {
    if (name === 'seed') simulator.changeLuck(Number(chosen))
    else pressing(simulator, () => simulator.configure({ [name]: chosen } as Partial<Settings>))
  }
  const hint = (
    <>
      {idle && `${idle} `}
      {name === 'server' ? <StrategyHint strategy={value as StrategyId} /> : knob.help}
    </>
  )
  if (knob.kind === 'choice') {
    return (
      <Select label={knob.label} options={knob.options} value={String(value)} onChange={set} hint={hint} />
    )
  }
  if (knob.kind === 'span') return <SpanControl knob={knob} value={value as Span} onSet={set} />
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
        onCommit={chosen => set(chosen / 100)}
        hint={hint}
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
      onCommit={chosen => set(Math.round(chosen * scale))}
      hint={
        <>
          {said && `Now ${said}. `}
          {hint}
        </>
      }
    />
  )
}

/** What the chosen strategy does, and what breaks it. */
function StrategyHint({ strategy }: { strategy: StrategyId }) {
  const [does, breaks] = STRATEGY_WORDS[strategy]
  return (
    <>
      <span className={styles.does}>{does}</span> <b>What breaks it:</b> {breaks}
    </>
  )
}

interface SpanControlProps {
  knob: Extract<Knob, { kind: 'span' }>
  value: Span
  onSet: (value: Span) => void
}

/** Two fields; each keeps the other on its side. */
function SpanControl({ knob, value, onSet }: SpanControlProps) {
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
      <p className={styles.hint}>{knob.help}</p>
    </fieldset>
  )
}
