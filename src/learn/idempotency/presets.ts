import { type Operation, parseExpression } from '../../sim/index.ts'

/** An operation one may choose, and what it looks like. */
export interface Preset {
  readonly id: string
  readonly label: string
  readonly operation: Operation
}

const assign = (text: string): Preset => ({
  id: text,
  label: `x = ${text}`,
  operation: { kind: 'assign', expression: parseExpression(text) },
})

/** The article's four first, and those that teach where the border is. */
export const PRESETS: readonly Preset[] = [
  assign('5'),
  assign('x + 1'),
  {
    id: 'insert',
    label: "INSERT INTO users (name) VALUES ('Bob')",
    operation: { kind: 'insert', name: 'Bob' },
  },
  { id: 'delete', label: 'DELETE FROM users WHERE id=1', operation: { kind: 'delete', id: 1 } },
  assign('max(x, 5)'),
  assign('abs(x)'),
  assign('-x'),
  assign('x * x'),
]

/** A preset by its id; the first where there is none. */
export function presetOf(id: string): Preset {
  const found = PRESETS.find(preset => preset.id === id)
  if (!found) throw new Error(`There is no operation ${id}.`)
  return found
}
