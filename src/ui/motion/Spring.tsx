import { lazy, type ReactNode, Suspense } from 'react'

export interface SpringProps {
  /** A new value sets it off. */
  trigger: string | number
  /** Where it comes from: a scale, or a shift in pixels. */
  from: { scale?: number; y?: number }
  className?: string | undefined
  children: ReactNode
}

const SpringMotion = lazy(() =>
  import('./SpringMotion.tsx').then(module => ({ default: module.SpringMotion })),
)

/** Words that spring into their place when they change. Until the animating part is loaded they just change. */
export function Spring(props: SpringProps) {
  return (
    <Suspense fallback={<span className={props.className}>{props.children}</span>}>
      <SpringMotion {...props} />
    </Suspense>
  )
}
