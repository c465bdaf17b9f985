import { domMin, LazyMotion, MotionConfig, m } from 'framer-motion'
import { useContext, useEffect, useRef } from 'react'
import { MotionPreference } from './preference.ts'
import type { SpringProps } from './Spring.tsx'

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
          initial={isFirst.current ? false : from}
          animate={{ scale: 1, y: 0 }}
          transition={{ type: 'spring', bounce: 0, duration: 0.25 }}
        >
          {children}
        </m.span>
      </MotionConfig>
    </LazyMotion>
  )
}
