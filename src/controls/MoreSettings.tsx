import type { ReactNode } from 'react'
import { SCENARIO, type SettingName } from '../sim/index.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { KnobControl } from './KnobControl.tsx'
import styles from './MoreSettings.module.css'
import { statusOf } from './setting-words.ts'

/** Which knobs stand under which heading; the ones with a place of their own are left out. */
const GROUPS: readonly { readonly heading: string; readonly names: readonly SettingName[] }[] = [
  { heading: 'Client', names: ['keys', 'timeout', 'attempts', 'backoff', 'jitter'] },
  { heading: 'Network', names: ['requestLoss', 'duplicate', 'latency', 'seed'] },
  { heading: 'Bank', names: ['server', 'keyRequired', 'memory', 'ttl', 'lease', 'amount', 'card'] },
  { heading: 'Faults', names: ['crash', 'pause', 'serverError', 'errorReplay', 'rateLimit'] },
]

/** The rest of the knobs, made from the scenario table, in groups; each group says what in it is not as usual. */
export function MoreSettings({ page, hideKeys }: { page: ReactNode; hideKeys: boolean }) {
  const simulator = useSimulator()
  useSimulatorState(state => state.frame.state.settings)
  const { settings } = simulator
  return (
    <div className={styles.groups}>
      {GROUPS.map(({ heading, names }) => (
        <Disclosure key={heading} label={heading} note={statusOf(names, settings)} level={4}>
          <div className={styles.group}>
            {names
              .filter(name => !(hideKeys && name === 'keys'))
              .map(name => (
                <KnobControl key={name} name={name} knob={SCENARIO[name]} />
              ))}
          </div>
        </Disclosure>
      ))}
      <Disclosure label="Page" level={4}>
        <div className={styles.group}>{page}</div>
      </Disclosure>
    </div>
  )
}
