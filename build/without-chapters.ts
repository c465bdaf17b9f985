import type { Plugin } from 'vite'

/**
 * The single file goes without the chapters and their engines, which weigh more than all the rest: in their place a page
 * says where they are.
 */
export const withoutChapters: Plugin = {
  name: 'without-chapters',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source !== './Learn.tsx' || !importer?.endsWith('/src/app/Shell.tsx')) return null
    return this.resolve('./LearnElsewhere.tsx', importer)
  },
}
