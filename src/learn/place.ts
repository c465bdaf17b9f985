import { createContext, useContext } from 'react'
import type { Session } from '../sim/index.ts'

/** Where a chapter is shown, and the way from it to other pages: what only the page around it knows. */
export interface Place {
  /** In a frame of a course page a lab stands alone. */
  readonly embedded: boolean
  readonly hide: readonly string[]
  /** The page was opened here: what its address sets is meant for this chapter. */
  readonly opened: boolean
  /** The address names a run: a lab leaves it as it is. */
  readonly keepsRun: boolean
  /** The address of a chapter by its id; of the list for ''. */
  readonly addressOf: (name: string) => string
  /** The address that opens a run in the main room. */
  readonly runAddress: (session: Session) => string
  /** Whether a link may open a tab of its own. */
  readonly opensTabs: boolean
  /** Opens a run in the main room, in this very page. */
  readonly openRun: (session: Session) => void
  /** The whole address that opens what the simulator shows now in the main room. */
  readonly permalink: () => string
}

export const PlaceContext = createContext<Place | null>(null)

/** Where the chapter around is shown. */
export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('There is no page around this chapter.')
  return place
}
