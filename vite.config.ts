import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/**
 * Test files share what is loaded, which halves their time. Only those that put another module in a module's place
 * have everything loaded for themselves, lest the others meet it.
 */
function projects(
  name: string,
  test: TestProjectInlineConfiguration['test'],
  ending: 'ts' | 'tsx',
  exclude: string[] = [],
): TestProjectInlineConfiguration[] {
  const mocked = `src/**/*.mocked.test.${ending}`
  const others = { include: [`src/**/*.test.${ending}`], exclude: [mocked, ...exclude], isolate: false }
  return [
    { extends: true, test: { ...test, name, ...others } },
    { extends: true, test: { ...test, name: `${name} mocked`, include: [mocked] } },
  ]
}

/** Of a handler's text only the function is shown: its imports and its description need not travel with it. */
export const handlerText: Plugin = {
  name: 'handler-text',
  enforce: 'pre',
  load(id) {
    const file = id.match(/^(.*\/sim\/server\/handlers\/[\w-]+\.ts)\?raw$/)?.[1]
    if (!file) return null
    const source = readFileSync(file, 'utf8')
    return `export default ${JSON.stringify(source.slice(source.indexOf('export function*')))}`
  },
}

export default defineConfig({
  // Relative, so that one build works under any path, also inside a course page.
  base: './',
  plugins: [handlerText, react()],
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    // Read by e2e/tools/size.mjs.
    manifest: true,
    // Every browser the target names preloads modules itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the first view needs stays one file: cut up for what comes later, it packs far worse.
        codeSplitting: { groups: [{ name: 'start', test: /src.app.App\.tsx$/ }] },
      },
    },
  },
  test: {
    // By itself it would leave one core idle, which of two is half.
    maxWorkers: '100%',
    projects: [
      ...projects('unit', { environment: 'node' }, 'ts', ['src/sim/sweeps']),
      ...projects('component', { environment: 'jsdom', setupFiles: ['src/testing/setup.ts'] }, 'tsx'),
    ],
  },
})
