import { type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './Lab.module.css'

/** Buttons in a row that come and go with what may happen: when the one that was pressed goes, the first takes its focus. */
export function Actions({ children }: { children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  useLayoutEffect(() => {
    if (!isPressed.current) return
    isPressed.current = false
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) row.current?.querySelector('button')?.focus({ preventScroll: true })
  })
  return (
    <div ref={row} className={styles.actions} onClickCapture={() => (isPressed.current = true)}>
      {children}
    </div>
  )
}
