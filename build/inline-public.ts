import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Puts what the page names of public/ into the page itself: icon, and picture and style sheet of `<noscript>`. */
export function inlinePublic(html: string, read: (file: string) => string): string {
  const dataUrl = (file: string) =>
    `data:image/svg+xml,${encodeURIComponent(read(file)).replaceAll('%20', ' ').replaceAll("'", '%27')}`
  return html
    .replace(
      /<link rel="stylesheet" href="\/([\w-]+\.css)" \/>/g,
      (_, file) => `<style>${read(file)}</style>`,
    )
    .replace(/(href|src)="\/([\w-]+\.svg)"/g, (_, name, file) => `${name}="${dataUrl(file)}"`)
}

/** For the single file, beside which there is nothing. */
export const publicInPage: Plugin = {
  name: 'public-in-page',
  transformIndexHtml: {
    order: 'pre',
    handler: html => inlinePublic(html, file => readFileSync(join('public', file), 'utf8').trim()),
  },
}
