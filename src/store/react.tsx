import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Frame } from '../sim/index.ts'
import type { Simulator } from './simulator.ts'
import type { SimulatorState } from './simulator-state.ts'

const SimulatorContext = createContext<Simulator | null>(null)

export function SimulatorProvider({ simulator, children }: { simulator: Simulator; children: ReactNode }) {
  return <SimulatorContext value={simulator}>{children}</SimulatorContext>
}

/** The simulator the component belongs to: for its actions. */
export function useSimulator(): Simulator {
  const simulator = useContext(SimulatorContext)
  if (!simulator) throw new Error('There is no simulator around this component.')
  return simulator
}

/** Something of the simulator's state; renders again when the selected value changes. */
export function useSimulatorState<T>(selector: (state: SimulatorState) => T): T {
  return useStore(useSimulator().store, selector)
}

/** What is at the playhead here, and beside it where a twin is watched: what one presses means something to both. */
export function useFrames(): readonly Frame[] {
  const simulator = useSimulator()
  const { beside } = simulator
  const own = useSimulatorState(state => state.frame)
  const other = useStore((beside ?? simulator).store, state => state.frame)
  return beside ? [own, other] : [own]
}

/** Calls back with the virtual time now and with every animation frame, without rendering. */
export function usePlayhead(onTime: (timeMs: number) => void): void {
  const { playhead, store } = useSimulator()
  const callback = useRef(onTime)
  callback.current = onTime
  useEffect(() => {
    const tell = () => callback.current(playhead.timeMs)
    tell()
    const offs = [playhead.subscribe(tell), store.subscribe(tell)]
    return () => {
      for (const off of offs) off()
    }
  }, [playhead, store])
}
