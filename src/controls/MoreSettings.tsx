import { SCENARIO, type SettingName } from '../sim/index.ts'
import { KnobControl } from './KnobControl.tsx'
import styles from './MoreSettings.module.css'

/** Which knobs stand under which heading; the ones with a place of their own are left out. */
const GROUPS: readonly { readonly heading: string; readonly names: readonly SettingName[] }[] = [
  { heading: 'Client', names: ['keys', 'timeout', 'attempts', 'backoff', 'jitter'] },
  { heading: 'Network', names: ['requestLoss', 'latency', 'seed'] },
  { heading: 'Bank', names: ['server', 'amount', 'card'] },
]

/** The rest of the knobs, made from the scenario table. */
export function MoreSettings() {
  return GROUPS.map(({ heading, names }) => (
    <fieldset key={heading} className={styles.group}>
      <legend>{heading}</legend>
      {names.map(name => (
        <KnobControl key={name} name={name} knob={SCENARIO[name]} />
      ))}
    </fieldset>
  ))
}
