import { SETTING_HELP } from '../narrate/setting-help.ts'
import { STRATEGY_WORDS } from '../narrate/strategy-words.ts'
import type { Knob, SettingName, Settings, StrategyId } from '../sim/index.ts'
import { pressing } from '../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { KnobField } from './KnobField.tsx'
import styles from './MoreSettings.module.css'
import { withoutEffect } from './setting-words.ts'

/** The control of a setting of the simulator around it, with what it does. */
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
      {name === 'server' ? <StrategyHint strategy={value as StrategyId} /> : SETTING_HELP[name]}
    </>
  )
  return <KnobField name={name} knob={knob} value={value} onSet={set} hint={hint} />
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
