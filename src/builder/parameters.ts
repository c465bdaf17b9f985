import { formatKnob } from '../sim/index.ts'
import type { Choices } from './choices.ts'
import { partsThatAre } from './parts.ts'
import { changedSettings, type Scenes, settingsOf } from './scenes.ts'

/** A parameter of the address: its name and its value as text. */
export type Parameter = readonly [name: string, value: string]

/** The seed always, but for a lab; of the rest what differs from what the scene, or the page, has by itself. */
export function parametersOf(choices: Choices, scenes: Scenes): Parameter[] {
  return [...ofSettings(choices, scenes), ...ofScene(choices, scenes), ...ofPage(choices)]
}

function ofSettings(choices: Choices, scenes: Scenes): Parameter[] {
  // A lab begins with settings of its own.
  if (choices.scene === 'lab') return []
  const settings = settingsOf(choices, scenes)
  const others = changedSettings(choices, scenes).filter(name => name !== 'seed')
  return (['seed', ...others] as const).map(name => [name, formatKnob(settings[name])])
}

function ofScene({ scene, scenario, from, start, twin }: Choices, { run }: Scenes): Parameter[] {
  // Nothing runs before a press where nothing has been pressed.
  const paused: Parameter[] = start === 'paused' ? [['start', 'paused']] : []
  if (scene === 'scenario') return [['scenario', scenario], ...paused]
  const [differs] = Object.entries(twin)
  if (scene === 'twin' && differs) return [['twin', `${differs[0]}:${formatKnob(differs[1])}`]]
  if (scene === 'run' && run) return [['run', run.text[from]], ...paused]
  return []
}

function ofPage(choices: Choices): Parameter[] {
  const { speed, theme, motion, links, sizing } = choices
  const all: [name: string, value: string, usual: string][] = [
    ['speed', String(speed), '1'],
    ['theme', theme, 'auto'],
    ['motion', motion, 'auto'],
    ['hide', partsThatAre('hidden', choices).join(','), ''],
    ['lock', partsThatAre('locked', choices).join(','), ''],
    ['links', links, 'on'],
    // A host that follows heights would change one that shall stay.
    ['resize', sizing === 'fixed' ? 'off' : 'on', 'on'],
  ]
  return all.filter(([, value, usual]) => value !== usual).map(([name, value]) => [name, value])
}
