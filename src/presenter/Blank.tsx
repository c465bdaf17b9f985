import { useEffect, useLayoutEffect, useRef } from 'react'
import styles from './Blank.module.css'

/** Covers everything, so that a hall listens. A click, and any key of the talk, takes it away. */
export function Blank({ colour, onEnd }: { colour: 'black' | 'white'; onEnd: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<Element>(null)
  useLayoutEffect(() => {
    before.current = document.activeElement
    button.current?.focus({ preventScroll: true })
  }, [])
  // What had the focus gets it back, once it is inert no more.
  useEffect(() => {
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    }
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className={styles.blank}
      data-colour={colour}
      aria-label="Show the screen again"
      onClick={onEnd}
    />
  )
}
