import type { Plugin } from 'vite'

/** What a page is built for. */
export interface PageFor {
  /** Where the hosted build will lie, from SITE_URL; undefined where that is not known. */
  readonly siteUrl: string | undefined
  /** One file on somebody's disk, which no crawler reads. */
  readonly standalone: boolean
}

/** The address with a slash at its end, so that files can be named behind it. */
export function siteAddress(siteUrl: string | undefined): string | undefined {
  if (!siteUrl) return undefined
  const url = URL.canParse(siteUrl) ? new URL(siteUrl) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(
      `SITE_URL must be an http or https address such as https://example.org/pay/, not "${siteUrl}"`,
    )
  return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`
}

/**
 * Keeps of index.html what holds for this build: the blocks between `<!-- if … -->` and `<!-- end -->` whose every word is
 * true, and the site's address where `%SITE_URL%` stands. Without an address what is named by it is named relatively.
 */
export function addressPage(html: string, { siteUrl, standalone }: PageFor): string {
  const address = siteAddress(siteUrl)
  const facts: Readonly<Record<string, boolean>> = { hosted: !standalone, address: address !== undefined }
  return html
    .replace(/ *<!-- if ([\w ]+) -->\n([\s\S]*?) *<!-- end -->\n/g, (_, words: string, block: string) =>
      words.split(' ').every(word => facts[word]) ? block : '',
    )
    .replaceAll('%SITE_URL%', () => (address ?? './').replaceAll('&', '&amp;').replaceAll('"', '%22'))
}

/** Fits index.html to the build, and to the address in SITE_URL. */
export const pageAddress = (page: PageFor): Plugin => ({
  name: 'page-address',
  transformIndexHtml: { order: 'pre', handler: html => addressPage(html, page) },
})
