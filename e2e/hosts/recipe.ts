import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const DOC = fileURLToPath(new URL('../../docs/embedding.md', import.meta.url))
/** What the recipes call the place where the simulator is served. */
const PLACE = 'https://simulator.example/'

/** A recipe of docs/embedding.md by its name, for a simulator that is served at `home`: what one reads is what is tried. */
export function recipe(name: string, home: string): string {
  const [, rest] = readFileSync(DOC, 'utf8').split(`<!-- recipe: ${name} -->`)
  const found = rest?.match(/^\s*```\w+\n([\s\S]*?)```/)?.[1]
  if (found === undefined) throw new Error(`docs/embedding.md has no recipe ${name}`)
  return found.replaceAll(PLACE, home)
}
