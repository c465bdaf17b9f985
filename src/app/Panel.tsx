import type { ReactNode } from 'react'
import type { Hideable } from '../embed/page-knobs.ts'
import { useSimulator } from '../store/react.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { LockablePart } from '../ui/Locked.tsx'

interface PanelProps {
  name: string
  /** By which name it can be locked. */
  part?: Hideable
  children: ReactNode
}

/** A crash in one panel leaves the others as they are and offers a reset. */
export function Panel({ name, part, children }: PanelProps) {
  const simulator = useSimulator()
  return (
    <ErrorBoundary name={name} onReset={() => simulator.reset()}>
      {part ? <LockablePart name={part}>{children}</LockablePart> : children}
    </ErrorBoundary>
  )
}
