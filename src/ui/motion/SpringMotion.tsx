import { domMin, LazyMotion, MotionConfig, m } from 'framer-motion'
import { useContext, useEffect, useRef } from 'react'
import { MotionPreference } from './preference.ts'
import type { SpringProps } from './Spring.tsx'

/** Every value is named at both ends: one that is not would be read from the page, at the cost of a layout. */
const AT_REST = { scale: 1, y: 0 }

/** The part of {@link Spring} that needs framer-motion. */
export function SpringMotion({ trigger, from, className, children }: SpringProps) {
  const preference = useContext(MotionPreference)
  const isFirst = useRef(true)
  useEffect(() => {
    isFirst.current = false
  }, [])
  return (
    <LazyMotion features={domMin} strict>
      {/* framer-motion ignores the system's preference unless told to follow it: always here means always reduced. */}
      <MotionConfig reducedMotion={preference}>
        <m.span
          key={trigger}
          className={className}
          initial={isFirst.current ? false : { ...AT_REST, ...from }}
          animate={AT_REST}
          transition={{ type: 'spring', bounce: 0, duration: 0.25 }}
        >
          {children}
        </m.span>
      </MotionConfig>
    </LazyMotion>
  )
}
