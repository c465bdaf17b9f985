import type { ReactNode } from 'react'
import { useSimulator } from '../store/react.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'

/** A crash in one panel leaves the others as they are and offers a reset. */
export function Panel({ name, children }: { name: string; children: ReactNode }) {
  const simulator = useSimulator()
  return (
    <ErrorBoundary name={name} onReset={() => simulator.reset()}>
      {children}
    </ErrorBoundary>
  )
}
