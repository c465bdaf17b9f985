import type { Choices } from './choices.ts'
import { parametersOf } from './parameters.ts'
import type { Place } from './place.ts'
import type { Scenes } from './scenes.ts'
import type { Embed } from './snippets.ts'

/** The frame that was chosen, where it will be. */
export function embedOf(choices: Choices, scenes: Scenes, place: Place): Embed {
  const { build, fileAddress, scene, lab, title, heightPx, sizing } = choices
  return {
    base: build === 'file' ? fileAddress.trim() : place.address,
    parameters: parametersOf(choices, scenes),
    page: scene === 'twin' ? 'twin' : scene === 'lab' ? `learn/${lab}` : '',
    title: title.trim(),
    heightPx,
    grows: sizing === 'content',
  }
}
