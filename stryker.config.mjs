/**
 * Mutation testing of the world, on demand: `npm run mutate`, or for a part
 * `npm run mutate -- --mutate src/sim/draw.ts,src/sim/ledger/*.ts`.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'e2e/mutation/vitest.config.ts' },
  mutate: ['src/sim/**/*.ts', '!src/sim/**/*.test.ts', '!src/sim/testing/**'],
  coverageAnalysis: 'perTest',
  // Left out is what runs only while a file loads, which is the words of tables; what runs then and in tests is tried
  // by the tests alone. Without this, every test would have to run for every mutant.
  ignoreStatic: true,
  concurrency: 1,
  // Stryker adds to this what starting the tests took, which leaves enough on a busy machine.
  timeoutMS: 2000,
  timeoutFactor: 1,
  dryRunTimeoutMinutes: 20,
  // Stryker would rewrite the project's tsconfig files by TypeScript's old API, which version 7 has not. There is no
  // such file, and so nothing to rewrite: the sandbox lies inside the project and its paths hold as they are.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'out', 'public', '*.tsbuildinfo'],
  tempDirName: 'out/mutation-sandbox',
  cleanTempDir: 'always',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: 'out/mutation.json' },
  thresholds: { high: 95, low: 90, break: 85 },
  allowEmpty: false,
}
