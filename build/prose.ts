import mdx from '@mdx-js/rollup'
import type { Plugin } from 'vite'

const { transform, ...rest } = mdx()

/** Prose of the chapters, as components. With a query (`?raw`) a file is left as it is. */
export const prose = {
  ...rest,
  name: 'prose',
  // Before what compiles JSX, which knows no Markdown.
  enforce: 'pre',
  async transform(code, id) {
    return id.includes('?') ? undefined : transform.call(this, code, id)
  },
} as Plugin
