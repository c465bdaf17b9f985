import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { fontSubset } from './build/font-subset.ts'
import { publicInPage } from './build/inline-public.ts'
import { plugins } from './build/plugins.ts'
import { withoutChapters } from './build/without-chapters.ts'

/** `dist/standalone.html`: everything in one file, for a double click and for frames without an origin. */
export default defineConfig({
  base: './',
  plugins: [
    withoutChapters,
    ...plugins({ standalone: true }),
    fontSubset,
    publicInPage,
    viteSingleFile({ outputFileName: 'standalone.html' }),
  ],
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'baseline-widely-available',
    emptyOutDir: false,
    // There is no second file to fetch ahead.
    modulePreload: false,
    // The world does nothing by being loaded: what only the chapters take from its door stays out.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /src.sim./, sideEffects: false }] } },
  },
})
