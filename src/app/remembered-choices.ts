import { type Choices, DEFAULT_CHOICES } from '../builder/choices.ts'
import { remember, remembered } from './remembered.ts'

/** Keeps what has been chosen of a frame over a reload. */
export function rememberChoices(choices: Choices): void {
  remember('choices', choices)
}

/** What had been chosen before a reload, as far as it is of a kind that can be chosen. */
export function rememberedChoices(): Partial<Choices> {
  const known: unknown = remembered('choices')
  if (typeof known !== 'object' || known === null) return {}
  const isKnown = ([name, value]: [string, unknown]) =>
    value !== null && typeof value === typeof (DEFAULT_CHOICES as unknown as Record<string, unknown>)[name]
  return Object.fromEntries(Object.entries(known).filter(isKnown))
}
