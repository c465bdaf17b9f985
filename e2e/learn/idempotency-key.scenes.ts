import type { Scenes } from './scenes.ts'

/** Each reached from the one before it; the first from the chapter as it opens. */
export const scenes: Scenes = {
  start: async () => {},
}
