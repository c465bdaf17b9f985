import { pressing } from '../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { LockablePart } from '../ui/Locked.tsx'
import { Switch } from '../ui/Switch.tsx'

/** Idempotency keys off or one per payment; the other policies are under More settings. */
export function KeysSwitch({ compact = false }: { compact?: boolean }) {
  const simulator = useSimulator()
  const keys = useSimulatorState(state => state.frame.state.settings.keys)
  return (
    <LockablePart name="keys">
      <Switch
        label={compact ? 'Keys' : 'Idempotency keys'}
        {...(compact ? { name: 'Idempotency keys' } : {})}
        compact={compact}
        checked={keys !== 'off'}
        onChange={on => pressing(simulator, () => simulator.configure({ keys: on ? 'per-payment' : 'off' }))}
        {...(compact
          ? {}
          : {
              hint: `${HINTS[keys]} Applies from the next payment.`,
            })}
      />
    </LockablePart>
  )
}

const HINTS = {
  off: 'Off: to the bank every attempt is new.',
  'per-payment': 'One key per payment.',
  'per-attempt': 'A new key per attempt.',
  'per-session': 'One key for everything.',
  empty: 'A key that is empty.',
  'too-long': 'A key that is too long.',
} as const
