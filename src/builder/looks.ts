import type { Choices } from './choices.ts'

const option = <T extends string>(value: T, label: string) => ({ value, label })

export const STARTS = [option('paused', 'Paused'), option('auto', 'By itself')] as const

export const THEMES = [
  option('auto', 'As the reader’s'),
  option('light', 'Light'),
  option('dark', 'Dark'),
] as const

export const MOTIONS = [
  option('auto', 'As the reader’s'),
  option('reduce', 'Reduced'),
  option('full', 'Full'),
] as const

/** Virtual time per wall-clock time. */
export const SPEEDS = ['0.25', '0.5', '1', '2', '4', '8'].map(speed => option(speed, `${speed}×`))

/** Whether there is something to start: nothing runs where nothing has been pressed. */
export const canStart = ({ scene }: Pick<Choices, 'scene'>) => scene === 'scenario' || scene === 'run'

/** What is chosen, in a few words. */
export function looksInWords(choices: Choices): string {
  const { start, speed, theme, motion } = choices
  const said = [
    canStart(choices) && (start === 'paused' ? 'paused' : 'starts by itself'),
    speed !== 1 && `${speed}×`,
    theme !== 'auto' && theme,
    motion !== 'auto' && `${motion === 'full' ? 'full' : 'reduced'} motion`,
  ]
  return said.filter(Boolean).join(', ') || 'as the reader has them'
}
