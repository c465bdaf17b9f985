import type { ReactNode } from 'react'
import { SCENARIO } from '../sim/index.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { GROUPS } from './groups.ts'
import { KnobControl } from './KnobControl.tsx'
import styles from './MoreSettings.module.css'
import { statusOf } from './setting-words.ts'

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
