import { useEffect, useRef, useState } from 'react'

/**
 * A value that follows the given one at once, but then not again within some wall-clock milliseconds: what is dear to
 * draw is drawn a few times a second. With 0 it always is the given value.
 */
export function useSettled<T>(value: T, apartMs: number): T {
  const [settled, setSettled] = useState(value)
  const next = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  next.current = value
  useEffect(() => {
    if (apartMs === 0 || Object.is(settled, value) || timer.current !== undefined) return
    setSettled(value)
    timer.current = setTimeout(() => {
      timer.current = undefined
      setSettled(next.current)
    }, apartMs)
  }, [value, settled, apartMs])
  useEffect(() => () => clearTimeout(timer.current), [])
  return apartMs === 0 ? value : settled
}
