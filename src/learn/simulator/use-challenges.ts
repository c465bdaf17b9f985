import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { sentenceOf } from '../../narrate/sentence.ts'
import { seconds } from '../../narrate/words.ts'
import { useSimulator } from '../../store/react.tsx'
import { usePlace } from '../place.ts'
import { keepChallenge, progress } from '../progress/progress.ts'
import { useWatched } from '../world/use-lab-session.ts'
import { CHALLENGES } from './challenges.ts'

/** How a challenge was met. */
export interface Met {
  /** The address of the run. */
  readonly address: string
  /** The event that decided it, in words; null after a reload, when only the run is remembered. */
  readonly by: string | null
}

/** Which challenges are met, by id: judged by each run that is watched to its end, and kept on the device. */
export function useChallenges(): Readonly<Record<string, Met | undefined>> {
  const simulator = useSimulator()
  const { permalink } = usePlace()
  const watched = useWatched()
  const kept = useStore(progress, state => state.challenges)
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run is judged once, when it has been watched
  useEffect(() => {
    if (!watched) return
    const news: string[] = []
    for (const { id, goal, metBy } of CHALLENGES) {
      const event = metBy(watched)
      if (!event) continue
      // The first run that met it stays the one that is linked.
      if (progress.getState().challenges[id] !== undefined) continue
      keepChallenge(id, permalink())
      setSaid(before => ({ ...before, [id]: `At ${seconds(event.at)}: ${sentenceOf(event).text}` }))
      news.push(goal)
    }
    if (news.length > 0) simulator.announce(`Challenge met: ${news.join(' ')}`)
  }, [watched])
  return Object.fromEntries(
    Object.entries(kept).map(([id, address]) => [id, { address, by: said[id] ?? null }]),
  )
}
