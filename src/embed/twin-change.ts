import { formatKnob, parseKnob, rangeOf, SCENARIO, type SettingName, type Settings } from '../sim/index.ts'

/** What the second side of a twin changes, as the address says it: `server:check-then-act,timeout:5000`. */
export function formatChange(change: Partial<Settings>): string {
  return Object.entries(change)
    .map(([name, value]) => `${name}:${formatKnob(value)}`)
    .join(',')
}

/** Reads what {@link formatChange} wrote; a sentence for each part that is none. Never throws. */
export function parseChange(text: string): { change: Partial<Settings>; problems: readonly string[] } {
  const change: Record<string, unknown> = {}
  const problems: string[] = []
  for (const part of text.split(',').filter(Boolean)) {
    const [name = '', value = ''] = part.split(/:(.*)/s)
    if (!Object.hasOwn(SCENARIO, name)) {
      problems.push(`The address says twin=${shortened(part)}, but there is no such setting.`)
      continue
    }
    const knob = SCENARIO[name as SettingName]
    const parsed = parseKnob(knob, value)
    if (parsed === undefined)
      problems.push(`The address says twin=${shortened(part)}, but ${name} is ${rangeOf(knob)}.`)
    else change[name] = parsed
  }
  return { change, problems }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
