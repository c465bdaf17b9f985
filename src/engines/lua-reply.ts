import type { RedisReply } from '../sim/index.ts'

/** So much of a script's reply is told, in parts and in characters of one. */
const LIMITS = { parts: 200, characters: 10_000 } as const

/** A reply from the lines in which the prelude tells it: each a type, a space and what it says, line ends escaped. */
export function replyFrom(text: string): RedisReply {
  const lines = text.split('\n').slice(0, LIMITS.parts)
  let next = 0
  function read(): RedisReply {
    const line = lines[next] ?? 'nil '
    next += 1
    const space = line.indexOf(' ')
    const type = line.slice(0, space)
    const said = unescaped(line.slice(space + 1)).slice(0, LIMITS.characters)
    switch (type) {
      case 'integer':
        return { type, value: Number(said) }
      case 'status':
      case 'error':
      case 'bulk':
        return { type, text: said }
      case 'array':
        return { type, items: itemsOf(Number(said)) }
      default:
        return { type: 'nil' }
    }
  }
  function itemsOf(count: number): RedisReply[] {
    const items: RedisReply[] = []
    while (items.length < count && next < lines.length) items.push(read())
    return items
  }
  return read()
}

const unescaped = (text: string) => text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
