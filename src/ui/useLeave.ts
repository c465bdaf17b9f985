import { type RefObject, useEffect } from 'react'

/**
 * Tells when what floats shall close: on Escape, and on a press or a focus elsewhere, since it would cover that.
 *
 * @param onLeave called with whether it was by key: then the focus is to be given back
 */
export function useLeave(
  box: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onLeave: (byKey: boolean) => void,
): void {
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      const byKey = event instanceof KeyboardEvent
      if (byKey ? event.key !== 'Escape' : box.current?.contains(event.target as Node)) return
      onLeave(byKey)
    }
    const told = ['pointerdown', 'focusin', 'keydown'] as const
    for (const event of told) document.addEventListener(event, leave)
    return () => {
      for (const event of told) document.removeEventListener(event, leave)
    }
  })
}
