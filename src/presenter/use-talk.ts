import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import type { Simulator } from '../store/simulator.ts'
import type { Chapter } from './chapter.ts'
import { type Stop, stopAt, stopsBeside, stopsOf } from './stops.ts'

/** Which chapter is told, and whether its title card is to be seen at 0 ms. */
interface Place {
  readonly number: number
  readonly card: boolean
}

export interface Talk {
  readonly chapter: Chapter
  /** Which it is, from 0 on, and of how many. */
  readonly number: number
  readonly of: number
  readonly stops: readonly Stop[]
  /** Which stop the playhead has come to, from 0 on; −1 before the first. */
  readonly stop: number
  readonly isOnCard: boolean
  readonly isAtStart: boolean
  readonly isAtEnd: boolean
  /** What is said at the playhead. */
  readonly caption: string
  readonly next: () => void
  readonly previous: () => void
  /** The first and the last stop of the chapter. */
  readonly first: () => void
  readonly last: () => void
}

/**
 * A talk over a simulator: chapters are sessions that it opens, stops are moments that its playhead goes to. What is
 * pressed on the way makes another run, and its moments are the stops from then on.
 *
 * @param begin the number of the chapter to open with
 */
export function useTalk(chapters: readonly Chapter[], begin: number): Talk {
  const simulator = useSimulator()
  const stops = useStops(simulator)
  const session = useSimulatorState(state => state.session)
  const atMs = useSimulatorState(state => state.frame.atMs)
  const said = useSimulatorState(state => state.caption)
  const [place, setPlace] = useState<Place>({ number: begin, card: true })
  const chapter = chapters[place.number] as Chapter
  const isItsOwn = session === chapter.session
  const isOnCard = place.card && chapter.question !== null && isItsOwn && atMs === 0
  const stop = isOnCard ? -1 : stopAt(stops, atMs)
  const isLast = stop >= 0 && stop === stops.length - 1
  const notice = isLast && isItsOwn ? chapter.notice : null
  const told = notice ?? stops[stop]?.caption ?? ''

  // A run that stands there already stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins once
  useLayoutEffect(() => {
    if (isItsOwn) simulator.pause()
    else open(simulator, chapter)
  }, [])
  useEffect(() => {
    if (isOnCard) simulator.announce(`${chapter.title}. ${chapter.question}`)
  }, [simulator, isOnCard, chapter])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said at two stops is announced at both
  useEffect(() => {
    // What is set from outside is announced as it is set.
    if (!isOnCard && told && said === null) simulator.announce(told)
  }, [simulator, isOnCard, told, said, stop])

  const goTo = (at: Stop | undefined) => {
    setPlace({ ...place, card: false })
    simulator.visit(at?.atMs ?? 0)
  }
  const enter = (number: number, atItsEnd = false) => {
    const entered = chapters[number]
    if (!entered) return
    setPlace({ number, card: !atItsEnd })
    open(simulator, entered)
    if (atItsEnd) simulator.runToEnd()
  }
  return {
    chapter,
    number: place.number,
    of: chapters.length,
    stops,
    stop,
    isOnCard,
    isAtStart: place.number === 0 && (isOnCard || (chapter.question === null && stop <= 0)),
    isAtEnd: place.number === chapters.length - 1 && !isOnCard && (isLast || stops.length === 0),
    caption: said ?? told,
    next: () => {
      const { timeMs, playing, atEnd } = simulator.playhead
      const ahead = stops.find(({ atMs }) => atMs > timeMs)
      if (isOnCard && stops[0]?.atMs === 0) goTo(stops[0])
      else if (!ahead) enter(place.number + 1)
      else if (playing && !atEnd) goTo(ahead)
      else {
        setPlace({ ...place, card: false })
        simulator.play(ahead.atMs)
      }
    },
    previous: () => {
      const behind = stops.findLast(({ atMs }) => atMs < simulator.playhead.timeMs)
      if (isOnCard) enter(place.number - 1, true)
      else if (behind) goTo(behind)
      else if (chapter.question !== null) enter(place.number)
      else enter(place.number - 1, true)
    },
    first: () => goTo(stops[0]),
    last: () => goTo(stops.at(-1)),
  }
}

/** The stops of the run, or of both runs where a twin is watched. */
function useStops(simulator: Simulator): Stop[] {
  const beside = useStore(simulator.store, () => simulator.beside)
  const trace = useSimulatorState(state => state.trace)
  const other = useStore((beside ?? simulator).store, state => state.trace)
  return useMemo(() => (other === trace ? stopsOf(trace) : stopsBeside(trace, other)), [trace, other])
}

/** Opens a chapter at its beginning, standing still. */
function open(simulator: Simulator, { session }: Chapter): void {
  simulator.open(session, 0)
  simulator.pause()
}
