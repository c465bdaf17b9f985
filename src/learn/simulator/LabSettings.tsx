import { KeysSwitch } from '../../controls/KeysSwitch.tsx'
import { KnobControl } from '../../controls/KnobControl.tsx'
import { SCENARIO, type SettingName } from '../../sim/index.ts'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { usePlace } from '../place.ts'
import styles from './LabSettings.module.css'

/** What the experiments and the challenges need; the main room has the rest. */
const NAMES: readonly SettingName[] = ['keys', 'server', 'amount', 'responseLoss', 'requestLoss', 'retry']

/** By which name of the address a frame leaves one out. */
const HIDDEN_WITH: Partial<Record<SettingName, string>> = {
  keys: 'keys',
  responseLoss: 'drop',
  retry: 'retry',
}

/** @param hideKeys the switch stands beside Pay */
export function LabSettings({ hideKeys }: { hideKeys: boolean }) {
  const { hide } = usePlace()
  return (
    <Sheet heading="Settings" level={3} note={<Luck />}>
      <div className={styles.knobs}>
        {!hideKeys && (
          <div className={styles.knob}>
            <KeysSwitch />
          </div>
        )}
        {NAMES.filter(name => !hide.includes(HIDDEN_WITH[name] ?? '')).map(name => (
          <div key={name} className={styles.knob}>
            <KnobControl name={name} knob={SCENARIO[name]} />
          </div>
        ))}
      </div>
    </Sheet>
  )
}

function Luck() {
  const simulator = useSimulator()
  const seed = useSimulatorState(state => state.session.settings.seed)
  return (
    <span className={styles.luck}>
      Luck: seed {seed}
      <Button variant="quiet" onClick={() => simulator.newLuck()}>
        New luck
      </Button>
    </span>
  )
}
