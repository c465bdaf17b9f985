import { defineConfig } from 'vite'

/** `dist/embed.js`: one classic script that course pages load, beside the build of the simulator itself. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'baseline-widely-available',
    emptyOutDir: false,
    lib: {
      entry: 'src/element/main.ts',
      formats: ['iife'],
      name: 'doubleCharge',
      fileName: () => 'embed.js',
    },
  },
})
