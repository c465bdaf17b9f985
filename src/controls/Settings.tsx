import type { ReactNode } from 'react'
import { lossInWords, percent } from '../narrate/words.ts'
import { SCENARIO } from '../sim/index.ts'
import { pressing } from '../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { LockablePart } from '../ui/Locked.tsx'
import { later } from '../ui/later.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Slider } from '../ui/Slider.tsx'
import { Switch } from '../ui/Switch.tsx'
import { KeysSwitch } from './KeysSwitch.tsx'
import styles from './Settings.module.css'

const MoreSettings = later(() => import('./MoreSettings.tsx').then(module => module.MoreSettings))

interface SettingsProps {
  hideKeys: boolean
  /** Leaves out the key policy, too. */
  hidePolicy: boolean
  hideDrop: boolean
  hideRetry: boolean
  /** The page's own controls, last under More settings. */
  page: ReactNode
}

/** What one may turn: keys, drop rate, retries, luck; the rest behind More settings. */
export function Settings({ hideKeys, hidePolicy, hideDrop, hideRetry, page }: SettingsProps) {
  return (
    <Sheet heading="Settings" hideHeading flush className={styles.settings}>
      {!hideKeys && (
        <div className={styles.knob}>
          <KeysSwitch />
        </div>
      )}
      {!hideDrop && (
        <div className={styles.knob}>
          <LockablePart name="drop">
            <DropRate />
          </LockablePart>
        </div>
      )}
      {!hideRetry && (
        <div className={styles.knob}>
          <LockablePart name="retry">
            <AutomaticRetry />
          </LockablePart>
        </div>
      )}
      <div className={styles.knob}>
        <Luck />
      </div>
      <div className={styles.more}>
        <Disclosure label="More settings" level={3}>
          <MoreSettings page={page} hideKeys={hidePolicy} />
        </Disclosure>
      </div>
    </Sheet>
  )
}

function DropRate() {
  const simulator = useSimulator()
  const loss = useSimulatorState(state => state.frame.state.settings.responseLoss)
  return (
    <Slider
      label={SCENARIO.responseLoss.label}
      min={0}
      max={100}
      step={1}
      value={Math.round(loss * 100)}
      valueText={value => percent(value / 100)}
      onCommit={value => pressing(simulator, () => simulator.configure({ responseLoss: value / 100 }))}
      hint={lossInWords(loss)}
    />
  )
}

function AutomaticRetry() {
  const simulator = useSimulator()
  const retry = useSimulatorState(state => state.frame.state.settings.retry)
  const attempts = useSimulatorState(state => state.frame.state.settings.attempts)
  return (
    <Switch
      label={SCENARIO.retry.label}
      checked={retry === 'auto'}
      onChange={on => pressing(simulator, () => simulator.configure({ retry: on ? 'auto' : 'manual' }))}
      hint={retry === 'auto' ? `On: up to ${attempts} attempts a payment.` : 'Off: you press again.'}
    />
  )
}

function Luck() {
  const simulator = useSimulator()
  const seed = useSimulatorState(state => state.session.settings.seed)
  return (
    <div className={styles.luck}>
      <span className={styles.label}>Luck</span>
      <span className={styles.seed}>seed {seed}</span>
      <Button variant="quiet" onClick={() => simulator.newLuck()}>
        New luck
      </Button>
    </div>
  )
}
