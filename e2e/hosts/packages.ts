import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** What lies beside a package's main file, as text. */
const readBeside = (main: string, name: string) => readFileSync(join(dirname(main), name), 'utf8')

/** The real open-iframe-resizer, a module. */
export const readOpenIframeResizer = () =>
  readBeside(require.resolve('@open-iframe-resizer/core'), 'index.js')

/** A file of the real reveal.js. */
export const readRevealJs = (name: 'reveal.mjs' | 'reveal.css') =>
  readBeside(require.resolve('reveal.js'), name)
