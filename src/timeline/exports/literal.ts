/**
 * Plain data as it is written in JavaScript: names unquoted where they may be, short things on one line. Every string is
 * what JSON.stringify makes of it, so none can end where it should not.
 */
export function literal(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return quoted(value)
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map(each => literal(each, inner))
    : Object.entries(value).map(([name, each]) => `${nameOf(name)}: ${literal(each, inner)}`)
  const [open, close, gap] = isList ? ['[', ']', ''] : ['{', '}', ' ']
  if (parts.length === 0) return `${open}${close}`
  const line = `${open}${gap}${parts.join(', ')}${gap}${close}`
  // Things in a list stand below each other, as a formatter puts them.
  const listed = isList && value.length > 1 && value.some(each => typeof each === 'object')
  if (!listed && line.length <= 80 - indent.length && !line.includes('\n')) return line
  return `${open}\n${parts.map(part => `${inner}${part},\n`).join('')}${indent}${close}`
}

/** JSON as JavaScript, also where a tool takes U+2028 for the end of a line, or shows text from right to left. */
function quoted(value: unknown): string {
  // JSON does not know it.
  if (Object.is(value, -0)) return '-0'
  const json = JSON.stringify(value) ?? 'undefined'
  return json.replace(/[\p{Cf}\u2028\u2029]/gu, character =>
    [...Array(character.length).keys()].map(at => escaped(character.charCodeAt(at))).join(''),
  )
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}

function nameOf(name: string): string {
  // In a literal `__proto__:` would not be a name like others.
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : `[${quoted(name)}]`
}

/** A line of comment. Whatever could end the line, or turn the order in which it is read, is a blank. */
export function comment(text: string): string {
  return `// ${text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()}`
}
