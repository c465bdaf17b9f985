import { readFileSync } from 'node:fs'

/** A control or a region by the role and name that a screen reader is told. */
export interface Named {
  readonly role: string
  readonly name: string
}

/** A row of the tables in docs/scripting.md. */
export interface Row extends Named {
  /** Under which heading it stands. */
  readonly page: string
  /** The page object's name for it. */
  readonly member: string | undefined
}

export const doc = readFileSync(new URL('../docs/scripting.md', import.meta.url), 'utf8')

/** The tables of roles and names, row by row. */
export function rolesTable(): readonly Row[] {
  const [, text = ''] = /<!-- roles:begin -->(.*)<!-- roles:end -->/s.exec(doc) ?? []
  return text.split('\n### ').flatMap(section => {
    const page = section.slice(0, section.indexOf('\n'))
    const rows = section.matchAll(/^\| (\w+) \| `(.+?)` \| (?:`(\w+)` )?\|/gm)
    return [...rows].map(([, role = '', name = '', member]) => ({ page, role, name, member }))
  })
}

/** Whether a row means this one: `…` stands for any text. */
export function means(row: Named, { role, name }: Named): boolean {
  const literal = row.name.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return row.role === role && new RegExp(`^${literal.join('.+')}$`, 's').test(name)
}

const IN_QUESTION =
  /^\s*- '?(region|group|button|switch|slider|combobox|textbox|spinbutton|radio|checkbox|link) "((?:[^"\\]|\\.)*)"/gm

/** The regions and controls of an aria snapshot. */
export function namedIn(snapshot: string): readonly Named[] {
  return [...snapshot.matchAll(IN_QUESTION)].map(([, role = '', name = '']) => ({
    role,
    // What stands in single quotes doubles those within.
    name: JSON.parse(`"${name.replaceAll("''", "'")}"`),
  }))
}
