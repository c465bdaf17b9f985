import { type Choices, DEFAULT_CHOICES, placingOf } from './choices.ts'
import { PARTS } from './parts.ts'

/** A frame that is often wanted, to start from. */
export interface Preset {
  readonly name: string
  readonly about: string
  readonly choices: Partial<Choices>
}

const ON_STAGE = ['stage', 'playback']

/** The quick starts. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'The story',
    about: 'The whole simulator, under the luck that takes the money twice.',
    choices: {},
  },
  {
    name: 'A race',
    about: 'Two requests reach the bank at once. Paused, with its question.',
    choices: {
      scene: 'scenario',
      scenario: 'check-then-act',
      parts: { settings: 'hidden', closer: 'hidden' },
    },
  },
  {
    name: 'Twin, keys off and on',
    about: 'The same presses and the same luck twice, side by side.',
    choices: { scene: 'twin' },
  },
  {
    name: 'Only the stage',
    about: 'Phone, wires and bank, to stand within a text.',
    choices: {
      links: 'off',
      parts: Object.fromEntries(
        PARTS.filter(({ part }) => !ON_STAGE.includes(part)).map(({ part }) => [part, 'hidden']),
      ),
    },
  },
]

/** The choices a quick start leads to; where the frame is put stays as it is. */
export function begunWith({ choices }: Preset, before: Choices): Choices {
  return { ...DEFAULT_CHOICES, ...placingOf(before), ...choices }
}

/** Whether the choices are those of a quick start, with nothing changed. */
export function isPreset(preset: Preset, choices: Choices): boolean {
  return sorted(begunWith(preset, choices)) === sorted(choices)
}

/** The same text for the same choices, in whatever order their parts were chosen. */
function sorted({ parts, ...others }: Choices): string {
  return JSON.stringify([Object.entries(others).sort(), Object.entries(parts).sort()])
}
