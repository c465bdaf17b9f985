import type { Plugin } from 'vite'

/** What stands in the place of the chapters' files, by who imports which. */
const INSTEAD: Readonly<Record<string, string>> = {
  'Shell.tsx ./Learn.tsx': './LearnElsewhere.tsx',
  'EmbedBuilder.tsx ../learn/chapters.ts': './no-chapters.ts',
}

/**
 * The single file goes without the chapters and their engines, which weigh more than all the rest: in their place a page
 * says where they are, and no lab is offered for a frame.
 */
export const withoutChapters: Plugin = {
  name: 'without-chapters',
  enforce: 'pre',
  resolveId(source, importer) {
    const instead = INSTEAD[`${importer?.split('/src/app/')[1]} ${source}`]
    return instead === undefined ? null : this.resolve(instead, importer)
  },
}
