/** A statement of a script. */
export interface Statement {
  /** Without white space and comments around it, and without its semicolon. */
  readonly text: string
  /** The line of the script it begins on, from 1. */
  readonly line: number
}

/** What hides a semicolon: quoted text, a comment, Postgres's dollar quotes; what is never closed reaches to the end. */
const HIDES = /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|(\$\w*\$)[\s\S]*?(?:\1|$)/y
const COMMENT = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const TRIGGER = /^create\s+(?:temp\s+|temporary\s+)?trigger\b/i

/** The statements of a script, in order, so that each can be run and told by itself. */
export function statementsOf(script: string): Statement[] {
  const found: Statement[] = []
  let from = -1
  let at = 0
  const end = (until: number) => {
    if (from >= 0) found.push({ text: script.slice(from, until).trimEnd(), line: lineAt(script, from) })
    from = -1
  }
  while (at < script.length) {
    const comment = matchAt(COMMENT, script, at)
    const hidden = comment || matchAt(HIDES, script, at)
    const isSpace = /\s/.test(script.charAt(at))
    if (script[at] === ';' && !hidden) {
      if (from < 0 || !isInsideTrigger(script.slice(from, at))) end(at)
    } else if (from < 0 && !comment && !isSpace) from = at
    at += hidden?.length || 1
  }
  end(script.length)
  return found
}

/** The line an offset is on, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** SQLite's triggers hold statements of their own, up to an END that stands alone. */
function isInsideTrigger(text: string): boolean {
  return TRIGGER.test(text) && /\bbegin\b/i.test(text) && !/;\s*end$/i.test(text.trimEnd())
}
