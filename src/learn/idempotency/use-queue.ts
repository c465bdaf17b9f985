import { useState } from 'react'
import {
  applyToQueue,
  type Dedup,
  openQueue,
  playSchedule,
  type QueueChoice,
  type QueueState,
  type QueueStep,
  type ScheduleName,
} from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { stepInWords, toldOf } from './queue-words.ts'

interface Held {
  readonly dedup: Dedup
  readonly steps: readonly QueueStep[]
  /** The schedule that was played; null once one has chosen oneself. */
  readonly schedule: ScheduleName | null
}

/** The queue of the lab, and what has happened in it. */
export interface QueueLabState extends Held {
  readonly state: QueueState
  readonly choose: (choice: QueueChoice) => void
  readonly takeBack: () => void
  readonly startOver: () => void
  readonly play: (schedule: ScheduleName, dedup?: Dedup) => void
  readonly setDedup: (dedup: Dedup) => void
}

/** Keeps them. With another way to note ids the same schedule is played again; choices of one's own begin anew. */
export function useQueue(): QueueLabState {
  const simulator = useSimulator()
  const [held, setHeld] = useState<Held>({ dedup: 'none', steps: [], schedule: null })
  const { dedup, steps, schedule } = held
  const state = steps.at(-1)?.state ?? openQueue(dedup)

  function play(name: ScheduleName, by: Dedup = dedup) {
    const played = playSchedule(name, by)
    setHeld({ dedup: by, steps: played, schedule: name })
    const end = played.at(-1)?.state
    if (end) simulator.announce(toldOf(end))
  }

  return {
    ...held,
    state,
    play,
    choose: choice => {
      const next = applyToQueue(state, choice)
      if (!next) return
      const step = { choice, before: state, state: next }
      setHeld({ dedup, steps: [...steps, step], schedule: null })
      simulator.announce(stepInWords(step))
    },
    takeBack: () => setHeld({ dedup, steps: steps.slice(0, -1), schedule: null }),
    startOver: () => setHeld({ dedup, steps: [], schedule: null }),
    setDedup: by => {
      if (schedule) play(schedule, by)
      else setHeld({ dedup: by, steps: [], schedule: null })
    },
  }
}
