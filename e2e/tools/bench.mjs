import { cpus } from 'node:os'
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
  build: { ssr: 'src/bench/main.ts', outDir: join(out, 'bench'), target: 'es2023' },
})
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`)
process.exitCode = (await node(join(out, 'bench/main.js'))) ? 0 : 1
