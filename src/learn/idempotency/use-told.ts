import { useState } from 'react'
import { useSimulator } from '../../store/react.tsx'

/** A small world's state, and what has been told of it. */
interface Told<State> {
  readonly state: State
  readonly lines: readonly string[]
}

/** Keeps a small world and the list of what happened in it; each line is announced. */
export function useTold<State>(start: State) {
  const simulator = useSimulator()
  const [told, setTold] = useState<Told<State>>({ state: start, lines: [] })
  return {
    ...told,
    tell: (state: State, line: string) => {
      setTold({ state, lines: [...told.lines, line] })
      simulator.announce(line)
    },
    restart: (state: State) => setTold({ state, lines: [] }),
  }
}
