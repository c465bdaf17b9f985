import type { ReactNode } from 'react'
import { LockablePart } from '../ui/Locked.tsx'
import styles from './PayBar.module.css'
import { NewPaymentButton, PayButton } from './PayButton.tsx'

interface PayBarProps {
  /** The keys switch; without it, nothing. */
  keys: ReactNode
  /** Whether it is a part of a card, rather than a card of its own. */
  inCard?: boolean
}

/** On a small screen the device itself is the phone: Pay and the keys switch stay within the thumb's reach. */
export function PayBar({ keys, inCard = false }: PayBarProps) {
  return (
    <section
      aria-label="Pay"
      className={styles.bar}
      data-without-keys={!keys || undefined}
      data-in-card={inCard || undefined}
    >
      {keys}
      <LockablePart name="stage">
        <PayButton />
        <NewPaymentButton />
      </LockablePart>
    </section>
  )
}
