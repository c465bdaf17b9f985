import { pressing } from '../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { currentPayment } from '../store/selectors.ts'
import { Switch } from '../ui/Switch.tsx'

/** Idempotency keys off or one per payment; the other policies are under More settings. */
export function KeysSwitch({ compact = false }: { compact?: boolean }) {
  const simulator = useSimulator()
  const keys = useSimulatorState(state => state.frame.state.settings.keys)
  const open = useSimulatorState(state => currentPayment(state.frame))
  const differs = open !== null && open.keys !== keys
  return (
    <Switch
      label={compact ? 'Keys' : 'Idempotency keys'}
      {...(compact ? { name: 'Idempotency keys' } : {})}
      compact={compact}
      checked={keys !== 'off'}
      onChange={on => pressing(simulator, () => simulator.configure({ keys: on ? 'per-payment' : 'off' }))}
      {...(compact
        ? {}
        : {
            hint: `${HINTS[keys]} ${differs ? 'From the next payment on.' : 'Applies from the next payment.'}`,
          })}
    />
  )
}

const HINTS = {
  off: 'Off: to the bank every attempt is new.',
  'per-payment': 'One key per payment, kept for all its attempts.',
  'per-attempt': 'A new key for every attempt: as good as none.',
  'per-session': 'One key for everything.',
} as const
