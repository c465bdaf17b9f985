import { defineConfig } from 'vitest/config'
import { handlerText } from '../../build/handler-text.ts'
import { CountsReporter } from './counts-reporter.ts'

/** How many times as many examples every property is tried on as in `npm test`. */
const RUNS_TIMES = 10

/** The larger sweeps, and the world's own tests with more examples. See e2e/tools/test-full.mjs. */
export default defineConfig({
  plugins: [handlerText],
  test: {
    name: 'full',
    environment: 'node',
    include: ['src/**/*.test.ts'],
    env: { RUNS_TIMES: String(RUNS_TIMES) },
    reporters: ['default', new CountsReporter()],
  },
})
