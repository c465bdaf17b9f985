import { type RefObject, useEffect, useRef } from 'react'

/**
 * Calls back on the DOM's own `change` event, which comes once when a value is settled (React's onChange is the DOM's
 * `input`, which comes at every move).
 */
export function useNativeChange(
  ref: RefObject<HTMLInputElement | null>,
  onChange: (value: string) => void,
): void {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    const input = ref.current
    if (!input) return
    const listener = () => latest.current(input.value)
    input.addEventListener('change', listener)
    return () => input.removeEventListener('change', listener)
  }, [ref])
}
