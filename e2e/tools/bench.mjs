import { join } from 'node:path'
import { ensureInstalled } from './ensure.mjs'
import { node, out, root } from './run.mjs'

await ensureInstalled()
const { build } = await import('vite')
// Measured as it ships: one bundle, not a hundred modules that a test runner has wrapped.
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { ssr: 'e2e/bench.ts', outDir: join(out, 'bench'), target: 'es2023' },
})
process.exitCode = (await node(join(out, 'bench/bench.js'))) ? 0 : 1
