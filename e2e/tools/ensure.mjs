import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, npm, root } from './run.mjs'

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages

/** Compares versions, not dates: a checkout touches files without changing what they ask for. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const installed = read('node_modules/.package-lock.json')
  /** @type {[string, { version: string, optional?: boolean, devOptional?: boolean, peer?: boolean }][]} */
  const wanted = Object.entries(read('package-lock.json'))
  return wanted.every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || installed[path]?.version === version,
  )
}

export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing what the lock file names …')
  if (!(await npm('ci', '--no-audit', '--no-fund'))) {
    console.error('npm ci failed: see above')
    process.exit(1)
  }
}

if (isMain(import.meta.url)) await ensureInstalled()
