import type { ReactNode } from 'react'
import { LockablePart } from '../ui/Locked.tsx'
import styles from './PayBar.module.css'
import { NewPaymentButton, PayButton } from './PayButton.tsx'

/** On a small screen the device itself is the phone: Pay and the keys switch stay within the thumb's reach. */
export function PayBar({ keys }: { keys: ReactNode }) {
  return (
    <section aria-label="Pay" className={styles.bar} data-without-keys={!keys || undefined}>
      {keys}
      <LockablePart name="stage">
        <PayButton />
        <NewPaymentButton />
      </LockablePart>
    </section>
  )
}
