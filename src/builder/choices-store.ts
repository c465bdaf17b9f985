import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Simulator } from '../store/simulator.ts'
import { type Choices, DEFAULT_CHOICES } from './choices.ts'

export type ChoicesStore = StoreApi<Choices>

const remembered = new WeakMap<Simulator, ChoicesStore>()

/** What has been chosen so far: kept while one goes to other pages and back. */
export function choicesBeside(simulator: Simulator, first: Partial<Choices>): ChoicesStore {
  const known = remembered.get(simulator)
  if (known) return known
  const store = createStore<Choices>(() => ({ ...DEFAULT_CHOICES, ...first }))
  remembered.set(simulator, store)
  return store
}
