import type { Settings } from '../../sim/index.ts'
import { pressing } from '../../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import { LockablePart } from '../../ui/Locked.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { usePlace } from '../place.ts'
import styles from './KeySwitches.module.css'

const POLICIES = [
  { value: 'per-payment', label: 'One per payment' },
  { value: 'per-attempt', label: 'New each attempt' },
  { value: 'per-session', label: 'One for everything' },
  { value: 'empty', label: 'Empty' },
  { value: 'off', label: 'No key' },
] as const

const HINTS: Readonly<Record<Settings['keys'], string>> = {
  'per-payment': 'Right: one payment, one intent, one UUID for all its attempts.',
  'per-attempt': 'A bug: a retry looks like a new payment.',
  'per-session': 'A bug: a new payment looks like a retry.',
  empty: 'A bug: a key has at least one character.',
  'too-long': 'A bug: a key has at most 255 characters.',
  off: 'To the bank every request is new.',
}

/** A time to live that one can sit out, beside the usual one. */
const TTLS = [
  { value: '86400000', label: '24 h' },
  { value: '2000', label: '2 s' },
] as const

const AMOUNTS = [
  { value: '10000', label: '$100' },
  { value: '4000', label: '$40' },
] as const

/** Which key the client sends, how long the bank keeps it, and what the next payment costs. */
export function KeySwitches() {
  const simulator = useSimulator()
  const { ttl, amount } = useSimulatorState(state => state.frame.state.settings)
  const { hide } = usePlace()
  const set = (settings: Partial<Settings>) => pressing(simulator, () => simulator.configure(settings))
  return (
    <Sheet label="The key" className={styles.switches}>
      {!hide.includes('keys') && (
        <LockablePart name="settings">
          <LockablePart name="keys">
            <PolicySwitch />
          </LockablePart>
        </LockablePart>
      )}
      <LockablePart name="settings">
        <div className={styles.pair}>
          <Segments
            label="The bank keeps a key for"
            options={TTLS}
            value={String(ttl) as (typeof TTLS)[number]['value']}
            onChange={chosen => set({ ttl: Number(chosen) })}
          />
          <Segments
            label="The next payment costs"
            options={AMOUNTS}
            value={String(amount) as (typeof AMOUNTS)[number]['value']}
            onChange={chosen => set({ amount: Number(chosen) })}
          />
        </div>
      </LockablePart>
    </Sheet>
  )
}

/** A payment keeps the policy it was opened with, so what was pressed is pressed again, under the other one. */
function PolicySwitch() {
  const simulator = useSimulator()
  const keys = useSimulatorState(state => state.frame.state.settings.keys)
  const isEmpty = useSimulatorState(state => state.session.inputs.length === 0)
  return (
    <Segments
      label="The client’s key"
      options={POLICIES}
      value={keys as (typeof POLICIES)[number]['value']}
      onChange={chosen =>
        isEmpty ? simulator.configure({ keys: chosen }) : simulator.rerun({ keys: chosen })
      }
      hint={`${HINTS[keys]} ${isEmpty ? '' : 'Choose another, and the same presses run again with it.'}`}
    />
  )
}
