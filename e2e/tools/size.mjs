import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

const limitsKb = { start: 110, all: 230 }

const dist = join(root, 'dist')
if (!existsSync(join(dist, 'index.html'))) {
  console.log('There is no build to measure')
  process.exit(1)
}
const gzipKb = (/** @type {string} */ file) => gzipSync(readFileSync(join(dist, file))).length / 1000
const sum = (/** @type {Iterable<string>} */ files) =>
  [...files].reduce((total, file) => total + gzipKb(file), 0)

/** What the browser fetches before it can draw: the entry script and its preloads, as the page itself names them. */
function startFiles() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  return new Set(
    tags
      .filter(tag => tag.startsWith('<script') || /rel="?modulepreload/.test(tag))
      .flatMap(tag => tag.match(/(?:src|href)="?\.?\/?([^"\s>]+)/)?.[1] ?? []),
  )
}

/** Every script the page can come to load: the manifest's graph from index.html, static and dynamic imports alike. */
function allFiles() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const seen = new Set()
  const files = new Set(startFiles())
  const visit = (/** @type {string} */ key) => {
    if (seen.has(key)) return
    seen.add(key)
    const { file, imports = [], dynamicImports = [] } = manifest[key]
    if (file.endsWith('.js')) files.add(file)
    for (const next of [...imports, ...dynamicImports]) visit(next)
  }
  visit('index.html')
  return files
}

const figures = [
  { what: 'entry script and its preloads', kb: sum(startFiles()), limitKb: limitsKb.start },
  { what: 'all JavaScript of the page', kb: sum(allFiles()), limitKb: limitsKb.all },
]
for (const { what, kb, limitKb } of figures) {
  const verdict = kb > limitKb ? 'OVER' : 'ok'
  console.log(`${what}: ${kb.toFixed(1)} kB gzip of ${limitKb} kB ${verdict}`)
}
// Nothing measured means that the page's markup was not understood, not that it is small.
if (figures.some(({ kb, limitKb }) => kb === 0 || kb > limitKb)) process.exit(1)
