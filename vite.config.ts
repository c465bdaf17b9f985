import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Relative, so that one build works under any path, also inside a course page.
  base: './',
  plugins: [react()],
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
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/sim/sweeps'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
})
