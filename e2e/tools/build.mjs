import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './ensure.mjs'
import { bin, isMain, node, root } from './run.mjs'

/** Each writes files of its own into dist/: the hosted page, the single file, embed.js. */
const configs = ['vite.config.ts', 'vite.standalone.config.ts', 'vite.element.config.ts']

/** Makes all builds side by side, in an empty dist/. */
export async function buildAll() {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const built = await Promise.all(configs.map(config => node(bin.vite, ['build', '-c', config])))
  return built.every(Boolean)
}

if (isMain(import.meta.url)) {
  await ensureInstalled()
  if (!(await buildAll())) process.exit(1)
}
