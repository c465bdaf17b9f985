import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { plugins } from './build/plugins.ts'

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
  const others = {
    include: [`{src,build}/**/*.test.${ending}`],
    exclude: [mocked, ...exclude],
    isolate: false,
  }
  return [
    { extends: true, test: { ...test, name, ...others } },
    { extends: true, test: { ...test, name: `${name} mocked`, include: [mocked] } },
  ]
}

export default defineConfig({
  // Relative, so that one build works under any path, also inside a course page.
  base: './',
  plugins: plugins(),
  // A worker imports its engine.
  worker: { format: 'es' },
  // Met only when a chapter is opened, they would have the page of `npm run dev` loaded anew.
  optimizeDeps: { exclude: ['@electric-sql/pglite', '@sqlite.org/sqlite-wasm'] },
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    // The other builds lie beside this one; e2e/tools/build.mjs empties dist/ for all of them.
    emptyOutDir: false,
    // Read by e2e/tools/size.mjs.
    manifest: true,
    // Every browser the target names preloads modules itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The world does nothing by being loaded: what only a chapter takes from its door comes with that chapter.
      treeshake: { moduleSideEffects: [{ test: /src.sim./, sideEffects: false }] },
      output: {
        // What the first view needs stays one file: cut up for what comes later, it packs far worse.
        codeSplitting: {
          groups: [{ name: 'start', test: /src.(app.App\.tsx$|sim.)/, tags: ['$initial'] }],
        },
      },
    },
  },
  test: {
    // By itself it would leave one core idle, which of two is half.
    maxWorkers: '100%',
    // A machine that is busy with something else is slow, not wrong.
    testTimeout: 20_000,
    projects: [
      ...projects('unit', { environment: 'node' }, 'ts', ['src/sim/sweeps']),
      ...projects('component', { environment: 'jsdom', setupFiles: ['src/testing/setup.ts'] }, 'tsx'),
    ],
  },
})
