import { build as buildStep } from './check.mjs'
import { ensureInstalled } from './ensure.mjs'
import { root } from './run.mjs'

await ensureInstalled()
if (!(await buildStep.run())) process.exit(1)

const { preview } = await import('vite')
// When the port is taken, vite takes the next free one.
const server = await preview({
  root,
  logLevel: 'warn',
  preview: { port: Number(process.env.PORT ?? 4173), strictPort: false },
})
console.log(`\nDouble Charge Simulator: ${server.resolvedUrls?.local[0]}  (Ctrl+C ends it)`)

const end = async () => {
  await server.close()
  process.exit(0)
}
process.once('SIGINT', end)
process.once('SIGTERM', end)
// npm passes SIGTERM to its shell alone; without this the server would outlive both.
const parent = process.ppid
setInterval(() => process.ppid !== parent && end(), 500).unref()
