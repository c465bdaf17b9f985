/** What Redis answers, by the types of RESP2 (https://redis.io/docs/latest/develop/reference/protocol-spec/). */
export type RedisReply =
  | { readonly type: 'status' | 'error' | 'bulk'; readonly text: string }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'nil' }
  /** Only a script can give one here: no command of this Redis does. */
  | { readonly type: 'array'; readonly items: readonly RedisReply[] }

export const OK: RedisReply = { type: 'status', text: 'OK' }
export const NIL: RedisReply = { type: 'nil' }

export const integer = (value: number): RedisReply => ({ type: 'integer', value })
export const bulk = (text: string): RedisReply => ({ type: 'bulk', text })
export const failure = (text: string): RedisReply => ({ type: 'error', text })

/** A reply as redis-cli prints it: `OK`, `(integer) 1`, `"processing"`, `(nil)`, `(error) ERR …`. */
export function printReply(reply: RedisReply, indent = ''): string {
  switch (reply.type) {
    case 'status':
      return reply.text
    case 'error':
      return `(error) ${reply.text}`
    case 'bulk':
      return JSON.stringify(reply.text)
    case 'integer':
      return `(integer) ${reply.value}`
    case 'nil':
      return '(nil)'
    case 'array':
      return printItems(reply.items, indent)
  }
}

function printItems(items: readonly RedisReply[], indent: string): string {
  if (items.length === 0) return '(empty array)'
  return items
    .map((item, index) => {
      const number = `${index + 1}) `
      return `${index === 0 ? '' : indent}${number}${printReply(item, indent + ' '.repeat(number.length))}`
    })
    .join('\n')
}
