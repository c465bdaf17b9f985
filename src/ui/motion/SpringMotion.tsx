import { spring } from 'framer-motion'
import { useAnimate } from 'framer-motion/mini'
import { useLayoutEffect, useRef } from 'react'
import type { SpringProps } from './Spring.tsx'
import { useReducedMotion } from './useReducedMotion.ts'

const AS_SPRING = { type: spring, bounce: 0, duration: 0.25 }

/** The part of {@link Spring} that needs framer-motion. */
export function SpringMotion({ trigger, from: { scale = 1, y = 0 }, className, children }: SpringProps) {
  const [scope, animate] = useAnimate<HTMLSpanElement>()
  const isStill = useReducedMotion()
  const last = useRef(trigger)
  useLayoutEffect(() => {
    if (trigger === last.current) return
    last.current = trigger
    if (isStill) return
    // Both ends are named: one that is not would be read from the page, at the cost of a layout.
    animate(scope.current, { transform: [`translateY(${y}px) scale(${scale})`, 'none'] }, AS_SPRING)
  }, [trigger, isStill, scale, y, scope, animate])
  // A new element each time, so that no animation is interrupted: that too would read from the page.
  return (
    <span key={trigger} ref={scope} className={className}>
      {children}
    </span>
  )
}
