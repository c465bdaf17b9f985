/** What a backslash means within double quotes. */
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' }

/**
 * The words of a line, as redis-cli splits it: by spaces, "with \n and \" in it" or 'without'; null where a quote is not
 * closed, or something stands right behind one.
 */
export function wordsOf(line: string): readonly string[] | null {
  const words: string[] = []
  let rest = line.trim()
  while (rest !== '') {
    const match = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"']+))(?=\s|$)\s*/.exec(rest)
    if (!match) return null
    const [all, double, single, bare = ''] = match
    if (double !== undefined) words.push(double.replace(/\\(.)/g, (_, sign: string) => ESCAPED[sign] ?? sign))
    else words.push(single === undefined ? bare : single.replaceAll("\\'", "'"))
    rest = rest.slice(all.length)
  }
  return words
}
