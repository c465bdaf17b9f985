import { bin, isMain, node } from './run.mjs'

// Stryker takes the patterns of a command line instead of the configured ones, and would mutate the tests too.
const notTheTests = ['!src/sim/**/*.test.ts', '!src/sim/testing/**']

/** `--mutate a,b` without what is no part of the world; all else as it is. @param {string[]} args */
function sparingTests(args) {
  const patterns = args.indexOf('--mutate') + 1
  return args.map((arg, index) => (patterns && index === patterns ? [arg, ...notTheTests].join(',') : arg))
}

if (isMain(import.meta.url)) {
  if (!(await node(bin.stryker, ['run', ...sparingTests(process.argv.slice(2))]))) process.exit(1)
}
