import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Reports and pictures: ignored by git, safe to delete. */
export const out = join(root, 'out')

/** Scripts of installed packages, started by node itself: needs no shell and no PATH, so it is the same on Windows. */
export const bin = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/playwright/cli.js',
  stryker: 'node_modules/@stryker-mutator/core/bin/stryker.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
}

/**
 * Runs a command at the project's root and resolves to whether it ended with 0 within its time. With `quiet` its output
 * shows only if it fails, and then only the end of it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number, shell?: boolean, quiet?: boolean }} options
 * @returns {Promise<boolean>}
 */
export function run(command, args, { env = {}, timeoutMs = 0, shell = false, quiet = false } = {}) {
  return new Promise(resolve => {
    /** @type {import('node:child_process').SpawnOptions} */
    const options = { cwd: root, env: { ...process.env, ...env }, shell }
    const child = spawn(command, args, { ...options, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    let output = ''
    child.stdout?.on('data', chunk => (output += chunk))
    child.stderr?.on('data', chunk => (output += chunk))
    const stop = () => {
      output += `\n${command} ${args.join(' ')}: stopped after ${timeoutMs / 1000} s`
      child.kill('SIGKILL')
    }
    const timer = timeoutMs ? setTimeout(stop, timeoutMs) : undefined
    const end = (/** @type {boolean} */ ok) => {
      clearTimeout(timer)
      if (!ok && output) console.log(output.trim().split('\n').slice(-12).join('\n'))
      resolve(ok)
    }
    child.on('error', error => {
      output += error.message
      end(false)
    })
    child.on('exit', code => end(code === 0))
  })
}

/** @param {string} script @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const node = (script, args = [], options) => run(process.execPath, [script, ...args], options)

/** npm is a .cmd file on Windows, which only a shell can start. */
export const npm = (/** @type {string[]} */ ...args) =>
  run('npm', args, { shell: process.platform === 'win32' })

/** Whether this file is what node was asked to run, rather than an import. @param {string} url */
export const isMain = url => process.argv[1] === fileURLToPath(url)
