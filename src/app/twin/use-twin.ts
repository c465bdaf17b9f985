import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { formatChange, parseChange } from '../../embed/twin-change.ts'
import { LimitError, type Settings } from '../../sim/index.ts'
import { otherValue } from '../../store/other-value.ts'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import type { Simulator } from '../../store/simulator.ts'
import { Twin } from '../../store/twin.ts'
import type { PageStore } from '../page-store.ts'

/** What the second side changes: as the address says, or the keys. */
export function useChange(pageStore: PageStore): Partial<Settings> {
  const text = useStore(pageStore, page => page.twin)
  const keys = useSimulatorState(state => state.session.settings.keys)
  return useMemo(() => {
    const { change } = parseChange(text)
    return Object.keys(change).length > 0 ? change : { keys: otherValue('keys', keys) }
  }, [text, keys])
}

/** The twin of the simulator around, as long as the component is there; null before its first effect, or over a limit. */
export function useTwin(change: Partial<Settings>): Twin | null {
  const simulator = useSimulator()
  const [twin, setTwin] = useState<Twin | null>(null)
  useEffect(() => {
    const made = makeTwin(simulator, change)
    setTwin(made)
    return () => made?.dispose()
  }, [simulator, change])
  return twin
}

function makeTwin(simulator: Simulator, change: Partial<Settings>): Twin | null {
  try {
    return new Twin(simulator, change)
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    simulator.notify('unsure', `The second run (${formatChange(change)}) goes over a limit. ${error.message}`)
    return null
  }
}
