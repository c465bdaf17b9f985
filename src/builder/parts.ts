import type { Choices } from './choices.ts'

/** What can be hidden or locked of a frame, as the address names it and as the page calls it. A frame has no header. */
export const PARTS = [
  { part: 'verdict', name: 'Verdict' },
  { part: 'stage', name: 'Stage' },
  { part: 'playback', name: 'Playback' },
  { part: 'timeline', name: 'Timeline' },
  { part: 'balance', name: 'Balance' },
  { part: 'keys', name: 'Idempotency keys' },
  { part: 'drop', name: 'Response drop rate' },
  { part: 'retry', name: 'Retry automatically' },
  { part: 'settings', name: 'Settings' },
  { part: 'events', name: 'Events' },
  { part: 'closer', name: 'Look closer' },
] as const

export type Part = (typeof PARTS)[number]['part']

export type PartState = 'shown' | 'locked' | 'hidden'

const OF_TWIN: readonly Part[] = ['verdict', 'stage', 'playback', 'timeline', 'balance', 'settings']

/** The parts a scene has: the twin shows neither events nor what looks closer, and of the settings what differs. */
export function partsOf({ scene }: Pick<Choices, 'scene'>): readonly (typeof PARTS)[number][] {
  // A lab is one whole: what it asks one to do needs all of it.
  if (scene === 'lab') return []
  return scene === 'twin' ? PARTS.filter(({ part }) => OF_TWIN.includes(part)) : PARTS
}

/** The parts of the scene that are in a state, in the order they are shown in. */
export function partsThatAre(state: 'locked' | 'hidden', choices: Pick<Choices, 'scene' | 'parts'>): Part[] {
  return partsOf(choices)
    .map(({ part }) => part)
    .filter(part => choices.parts[part] === state)
}

/** A part in another state. */
export function withPart(parts: Choices['parts'], part: Part, state: PartState): Choices['parts'] {
  const { [part]: _, ...others } = parts
  return state === 'shown' ? others : { ...others, [part]: state }
}

/** How many parts are hidden and locked, in words. */
export function partsInWords(choices: Choices): string {
  const said = (['hidden', 'locked'] as const).map(state => {
    const count = partsThatAre(state, choices).length
    return count === 0 ? '' : `${count} ${state}`
  })
  return said.filter(Boolean).join(', ') || 'all shown'
}
