import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

const limitsKb = { start: 110, room: 230, opened: 30, standalone: 320 }

/** What is fetched only when somebody opens it, or comes by a link that names it. */
const OPENED = [
  'src/app/open-link.ts',
  'src/app/twin/TwinRoom.tsx',
  'src/charts/TwinBalance.tsx',
  'src/app/Scenarios.tsx',
  'src/app/EmbedBuilder.tsx',
  'src/app/ExplainPanel.tsx',
  'src/timeline/diagram/SpaceTimeDiagram.tsx',
  'src/timeline/exports/Exports.tsx',
  'src/ui/QrCode.tsx',
  'src/embed/host/host-link.ts',
  'src/app/Presenter.tsx',
  'src/app/Learn.tsx',
  'src/learn/ChapterPage.tsx',
  'src/learn/networks/chapter.ts',
  'src/learn/idempotency/chapter.ts',
  'src/learn/idempotency-key/chapter.ts',
  'src/learn/simulator/chapter.ts',
  'src/learn/unique-constraint/chapter.ts',
  'src/learn/race-condition/chapter.ts',
  'src/learn/deletes/chapter.ts',
  'src/learn/methods/chapter.ts',
  'src/learn/summary/chapter.ts',
  'src/learn/pages/Teachers.tsx',
  'src/learn/pages/Lesson.tsx',
  'src/learn/pages/Report.tsx',
]

const dist = join(root, 'dist')
if (!['index.html', 'standalone.html'].every(page => existsSync(join(dist, page)))) {
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

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

/** Every script that comes with a chunk: the manifest's graph, static and dynamic imports alike, without what is opened. */
function filesFrom(/** @type {string} */ first) {
  const seen = new Set()
  const files = new Set()
  const visit = (/** @type {string} */ key) => {
    if (seen.has(key) || (key !== first && OPENED.includes(key))) return
    seen.add(key)
    const { file, imports = [], dynamicImports = [] } = manifest[key]
    if (file.endsWith('.js')) files.add(file)
    for (const next of [...imports, ...dynamicImports]) visit(next)
  }
  visit(first)
  return files
}

const start = startFiles()
const room = new Set([...start, ...filesFrom('index.html')])
const figures = [
  { what: 'entry script and its preloads', kb: sum(start), limitKb: limitsKb.start },
  { what: 'all JavaScript of the main room with its chart', kb: sum(room), limitKb: limitsKb.room },
  ...OPENED.map(key => ({
    what: `more with ${key}`,
    // A part that is in no chunk of its own came with the room, which must not be: 0 is refused below.
    kb: manifest[key] ? sum([...filesFrom(key)].filter(file => !room.has(file))) : 0,
    limitKb: limitsKb.opened,
  })),
  { what: 'everything in one file', kb: gzipKb('standalone.html'), limitKb: limitsKb.standalone },
]
for (const { what, kb, limitKb } of figures) {
  const verdict = kb > limitKb ? 'OVER' : 'ok'
  console.log(`${what}: ${kb.toFixed(1)} kB gzip of ${limitKb} kB ${verdict}`)
}
// Nothing measured means that the page's markup was not understood, not that it is small.
if (figures.some(({ kb, limitKb }) => kb === 0 || kb > limitKb)) process.exit(1)
