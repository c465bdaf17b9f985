// The walls of the house (see the README's architecture), held against the source text of every file in src.
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const features = [
  'stage',
  'charts',
  'timeline',
  'controls',
  'explain',
  'gallery',
  'builder',
  'learn',
  'embed',
  'presenter',
]

/** What a room may import besides itself and sim's door: everybody may read the world's tables and look-ups. */
const mayImport: Record<string, string[]> = {
  sim: [],
  ui: [],
  playback: [],
  narrate: [],
  store: ['playback'],
  ...Object.fromEntries(features.map(feature => [feature, ['store', 'narrate', 'ui']])),
  engines: [],
  // A lab is made of what the other features show: a chapter composes them, as app does.
  learn: ['store', 'narrate', 'ui', 'engines', 'stage', 'charts', 'timeline', 'controls', 'explain'],
}
/** These see everything: they put the house together or stand outside it. */
const seesAll = ['app', 'main', 'testing', 'architecture', 'bench']

/** Nothing on the screen runs the simulation: only store, and who stands outside, may import what does. */
const runsTheWorld = ['simulate', 'explore', 'replayChoices', 'PaymentOdds', '*']

/** Exact by IEEE 754 or by definition; every other function may differ from engine to engine. */
const exactMath = [
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
]

const unknownToSim = [
  ...['Date', 'performance', 'crypto', 'Intl', 'window', 'document', 'globalThis', 'self', 'navigator'],
  ...['localStorage', 'sessionStorage', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout'],
  ...['clearInterval', 'queueMicrotask', 'requestAnimationFrame', 'process'],
]

interface Import {
  source: string
  typeOnly: boolean
  /** The imported names; '*' for a whole module. */
  names: string[]
}
interface Node {
  type: string
  [field: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
const named = (node: unknown, name: string) =>
  isNode(node) && node.type === 'Identifier' && node.name === name
const isMember = (node: Node, object: string, property: string) =>
  node.type === 'MemberExpression' &&
  (named(node.object, object) || (isNode(node.object) && named(node.object.property, object))) &&
  (named(node.property, property) || (isNode(node.property) && node.property.value === property))

function* walk(
  node: Node,
  parent?: Node,
  field?: string,
): Generator<{ node: Node; parent?: Node; field?: string }> {
  yield { node, ...(parent && { parent }), ...(field && { field }) }
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, node, name)
    }
  }
}

/** A name that stands for a property, a key or a type is not the global of that name. */
function isReference({ node, parent, field }: { node: Node; parent?: Node; field?: string }) {
  if (node.type !== 'Identifier' || !parent) return false
  if (field === 'property') return parent.computed === true
  if (field === 'key') return parent.computed === true || parent.shorthand === true
  return !parent.type.startsWith('TS') || ['TSAsExpression', 'TSNonNullExpression'].includes(parent.type)
}

/** import.meta.glob('../sim/*.ts', { query: '?raw' }) is an import too. */
function globsOf({ callee, arguments: given }: Node): Import[] {
  const isGlob = isNode(callee) && isNode(callee.object) && callee.object.type === 'MetaProperty'
  if (!isGlob || !named(callee.property, 'glob')) return []
  const strings = (given as Node[])
    .flatMap(argument => [...walk(argument)])
    .map(({ node }) => String(node.value ?? ''))
  const query = strings.find(text => text.startsWith('?')) ?? ''
  return strings
    .filter(text => /^\.|^\//.test(text))
    .map(text => ({ source: text + query, typeOnly: false, names: ['*'] }))
}

function importsOf(node: Node): Import[] {
  if (node.type === 'CallExpression') return globsOf(node)
  const specifiers = Array.isArray(node.specifiers) ? (node.specifiers as Node[]) : []
  const kind = node.importKind ?? node.exportKind
  const typeOnly =
    kind === 'type' ||
    node.type === 'TSImportType' ||
    (specifiers.length > 0 && specifiers.every(each => (each.importKind ?? each.exportKind) === 'type'))
  const source = isNode(node.source) ? node.source.value : undefined
  return typeof source === 'string' ? [{ source, typeOnly, names: specifiers.map(nameOf) }] : []
}

/** The name a specifier takes from its module. */
function nameOf({ type, imported, local }: Node): string {
  if (type !== 'ImportSpecifier' && type !== 'ExportSpecifier') return '*'
  const name = type === 'ImportSpecifier' ? imported : local
  return isNode(name) ? String(name.name) : '*'
}

/** The first segment below src: a folder's name, or that of a file at the top. */
const roomOf = (path: string) => (path.split('/')[0] ?? '').replace(/\..*$/, '')
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /(^|\/)testing\//.test(path)

function checkImport(path: string, { source, typeOnly, names }: Import): string | undefined {
  const room = roomOf(path)
  const [file = '', query] = source.split('?')
  if (file.startsWith('/')) return `${source}: imports are relative`
  if (!file.startsWith('.')) {
    const foreign = (room === 'sim' || room === 'element') && !isTest(path)
    return foreign ? `${room} imports nothing outside itself, not even ${source}` : undefined
  }
  const target = posix.join(posix.dirname(path), file)
  if (target.startsWith('..')) {
    return seesAll.includes(room) || isTest(path) ? undefined : `${source} lies outside src`
  }
  const targetRoom = roomOf(target)
  if (targetRoom === room) return undefined
  // What course pages load knows the simulator by its messages alone.
  if (room === 'element')
    return target === 'embed/host/command-names.ts' || (typeOnly && targetRoom === 'embed')
      ? undefined
      : 'element imports nothing but types of embed, and the names of the commands'
  if (targetRoom === 'testing') return isTest(path) ? undefined : 'only tests import src/testing'
  if (targetRoom === 'sim') {
    const handlerText =
      room === 'stage' && query === 'raw' && /^sim\/server\/handlers\/[^/]+\.ts$/.test(target)
    if (handlerText) return undefined
    if (isTest(path) && target.startsWith('sim/testing/')) return undefined
    if (target !== 'sim/index.ts' && target !== 'sim/index')
      return `sim is entered through sim/index.ts, not ${target}`
    if (typeOnly || isTest(path)) return undefined
    if (room === 'ui') return 'ui may not import sim'
    const runs = names.some(name => runsTheWorld.includes(name))
    if (seesAll.includes(room) || room === 'store' || room === 'engines') return undefined
    if (room in mayImport) return runs ? `${room} may not run the simulation` : undefined
  }
  if (seesAll.includes(room)) return undefined
  const allowed = mayImport[room]
  if (!allowed) return `the room ${room} has no rule: add it to src/architecture.test.ts`
  if (allowed.includes(targetRoom)) return undefined
  return `${room} may not import ${targetRoom}`
}

function checkNames(path: string, visit: { node: Node; parent?: Node; field?: string }): string | undefined {
  const { node, parent, field } = visit
  const room = roomOf(path)
  if (room === 'sim') {
    if (!isReference(visit)) return undefined
    const name = String(node.name)
    if (unknownToSim.includes(name)) return `sim does not know ${name}`
    if (name !== 'Math') return undefined
    const used =
      parent?.type === 'MemberExpression' && field === 'object' && isNode(parent.property) && parent.property
    const exact = used && parent.computed !== true && exactMath.includes(String(used.name))
    return exact ? undefined : `sim uses no Math beyond ${exactMath.join(', ')}`
  }
  if (room === 'playback') return undefined
  if (isMember(node, 'performance', 'now')) return 'performance.now belongs to playback'
  const frame = ['requestAnimationFrame', 'cancelAnimationFrame'].find(name => named(node, name))
  return frame ? `${frame} belongs to playback` : undefined
}

/** Tests share what is loaded, but for those whose name says that they put another module in a module's place. */
function checkMocks(path: string, node: Node): string | undefined {
  if (path.includes('.mocked.')) return undefined
  const mocks =
    ['mock', 'doMock'].some(name => isMember(node, 'vi', name)) ||
    importsOf(node).some(({ source }) => source.includes('.mocked.'))
  return mocks ? 'what mocks a module is called .mocked' : undefined
}

/** Says of each broken rule where and which. Paths are relative to src. */
function violations(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const { program, errors } = parseSync(path, text)
    if (errors.length > 0) return [`${path}: ${errors[0]?.message}`]
    const found = new Set<string>()
    for (const visit of walk(program as unknown as Node)) {
      const complaints = importsOf(visit.node).map(imported => checkImport(path, imported))
      complaints.push(isTest(path) ? checkMocks(path, visit.node) : checkNames(path, visit))
      for (const complaint of complaints) if (complaint) found.add(`${path}: ${complaint}`)
    }
    return [...found]
  })
}

const src = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => /\.tsx?$/.test(path))

describe('the architecture', () => {
  it('is kept by every file in src', { timeout: 30_000 }, () => {
    const files = Object.fromEntries(sources.map(path => [path, readFileSync(`${src}/${path}`, 'utf8')]))
    expect(violations(files)).toEqual([])
  })
})

describe('the check of the architecture', () => {
  const broken: [string, string, string][] = [
    ['sim/a.ts', `import { x } from '../ui/x.ts'`, 'sim may not import ui'],
    ['sim/a.ts', `import type { X } from '../store/x.ts'`, 'sim may not import store'],
    ['sim/a.ts', `import { create } from 'zustand'`, 'not even zustand'],
    ['sim/a.ts', 'export const t = Date.now()', 'does not know Date'],
    ['sim/a.ts', 'export const t = performance.now()', 'does not know performance'],
    ['sim/a.ts', 'export const x = Math.random()', 'no Math beyond'],
    ['sim/a.ts', `export const x = Math['log'](2)`, 'no Math beyond'],
    ['sim/a.ts', 'export const { pow } = Math', 'no Math beyond'],
    ['sim/a.ts', 'setTimeout(() => {}, 1)', 'does not know setTimeout'],
    ['sim/a.ts', 'export const x = { document }', 'does not know document'],
    ['sim/a.ts', 'export const x = (crypto as never)', 'does not know crypto'],
    ['ui/a.tsx', `import type { X } from '../store/x.ts'`, 'ui may not import store'],
    ['ui/a.tsx', `import { x } from '../sim/index.ts'`, 'ui may not import sim'],
    ['stage/a.tsx', `import { x } from '../charts/x.ts'`, 'stage may not import charts'],
    ['stage/a.tsx', `export const x = () => import('../learn/x.ts')`, 'stage may not import learn'],
    ['stage/a.tsx', `export * from '../app/x.ts'`, 'stage may not import app'],
    ['stage/a.tsx', `import text from '../sim/world.ts?raw'`, 'through sim/index.ts'],
    ['charts/a.tsx', `import text from '../sim/server/handlers/x.ts?raw'`, 'through sim/index.ts'],
    ['store/a.ts', `import { x } from '../sim/world.ts'`, 'through sim/index.ts'],
    ['store/a.ts', `import { x } from '../sim/testing/x.ts'`, 'through sim/index.ts'],
    ['store/a.test.ts', `import { x } from '../sim/world.ts'`, 'through sim/index.ts'],
    ['app/a.tsx', `import type { X } from '../sim/world.ts'`, 'through sim/index.ts'],
    ['app/a.tsx', `export type X = import('../sim/world.ts').X`, 'through sim/index.ts'],
    ['narrate/a.ts', `import { simulate } from '../sim/index.ts'`, 'may not run the simulation'],
    ['embed/a.ts', `import { type X, simulate as y } from '../sim/index.ts'`, 'may not run the simulation'],
    ['stage/a.ts', `import * as sim from '../sim/index.ts'`, 'may not run the simulation'],
    ['playback/a.ts', `import { x } from '../store/x.ts'`, 'playback may not import store'],
    ['store/a.ts', 'export const t = performance.now()', 'belongs to playback'],
    ['stage/a.tsx', 'window.requestAnimationFrame(() => {})', 'belongs to playback'],
    ['ui/a.ts', `import { x } from '../testing/x.ts'`, 'only tests import'],
    ['sim/a.test.ts', `vi.mock('./b.ts', () => ({}))`, 'is called .mocked'],
    ['app/a.test.tsx', `import '../testing/x.mocked.tsx'`, 'is called .mocked'],
    ['stage/a.ts', `export const x = import.meta.glob('../sim/drivers/*.ts')`, 'through sim/index.ts'],
    ['element/a.ts', `import { x } from '../embed/x.ts'`, 'nothing but types'],
    ['element/a.ts', `import type { X } from '../sim/index.ts'`, 'nothing but types'],
    ['element/a.ts', `import { x } from 'x'`, 'not even x'],
    ['attic/a.ts', `import { x } from '../ui/x.ts'`, 'has no rule'],
    ['ui/a.ts', `import { x } from '../../e2e/x.ts'`, 'lies outside src'],
  ]
  it.each(broken)('objects in %s to %s', (path, text, complaint) => {
    expect(violations({ [path]: text })).toEqual([expect.stringContaining(complaint)])
  })

  const kept: [string, string][] = [
    ['sim/a.ts', `import { x } from './world.ts'\nexport const y = Math.max(x, 1)`],
    ['sim/a.ts', `// Date.now() and Math.random()\nexport const y = 'performance.now()'`],
    ['sim/a.ts', 'export interface X { window: number; Date: string }\nexport const y = (x: X) => x.window'],
    ['sim/a.test.ts', `import { it } from 'vitest'\nconsole.log(Date.now())`],
    ['sim/a.mocked.test.ts', `import { vi } from 'vitest'\nvi.mock('./b.ts', () => ({}))`],
    ['narrate/a.ts', `import type { X } from '../sim/index.ts'\nexport type { X }`],
    ['controls/a.tsx', `import { SCENARIO, type X } from '../sim/index.ts'`],
    [
      'stage/a.tsx',
      `import { x } from '../store/x.ts'\nimport { m } from 'framer-motion'\nexport const y = <p>don't {x}</p>`,
    ],
    ['stage/a.tsx', `import text from '../sim/server/handlers/no-key.ts?raw'`],
    ['stage/a.ts', `export const x = import.meta.glob('../sim/server/handlers/*.ts', { query: '?raw' })`],
    ['store/a.ts', `import { x } from '../sim/index.ts'\nimport { y } from '../playback/y.ts'`],
    ['playback/a.ts', 'requestAnimationFrame(() => performance.now())'],
    ['app/a.tsx', `import { x } from '../stage/x.tsx'\nimport { y } from '../sim/index.ts'`],
    ['element/a.ts', `import type { X } from '../embed/x.ts'`],
    ['element/a.ts', `import { X } from '../embed/host/command-names.ts'`],
    ['main.tsx', `import { x } from './app/x.tsx'\nimport './ui/tokens.css'`],
    ['ui/a.test.tsx', `import { x } from '../testing/x.ts'`],
    ['store/a.test.ts', `import { x } from '../sim/testing/x.ts'`],
  ]
  it.each(kept)('lets %s say %s', (path, text) => {
    expect(violations({ [path]: text })).toEqual([])
  })

  it('reads all of src', () => {
    expect(sources).toContain('architecture.test.ts')
    expect(sources.some(path => path.startsWith('sim/'))).toBe(true)
  })
})
