import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addressPage, siteAddress } from './page-address.ts'

const source = readFileSync(new URL('../index.html', import.meta.url), 'utf8')
const hosted = (siteUrl?: string) => addressPage(source, { siteUrl, standalone: false })

/** What a crawler reads: the meta tags of a page by their name. */
const tagsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta\s+(?:property|name)="([^"]+)"\s+content="([^"]*)"/g)].map(
      ([, name, content]) => [name, content],
    ),
  )

const outsideBlocks = /<!--|%SITE_URL%/

describe('the page, where its address is known', () => {
  const html = hosted('https://example.org/pay?x=1#/twin')
  it('names itself and its picture absolutely', () => {
    expect(tagsOf(html)).toMatchObject({
      'og:url': 'https://example.org/pay/',
      'og:image': 'https://example.org/pay/og.png',
      'twitter:image': 'https://example.org/pay/og.png',
    })
    expect(html).toContain('<link rel="canonical" href="https://example.org/pay/" />')
  })
  it('says it as text where no script runs, and leaves no mark of the template', () => {
    const noscript = html.slice(html.indexOf('<noscript>'), html.indexOf('</noscript>'))
    expect(noscript).toContain('>https://example.org/pay/</p>')
    expect(html).not.toMatch(outsideBlocks)
  })
})

describe('the page, where its address is not known', () => {
  const html = hosted()
  it('names its picture relatively and itself not at all', () => {
    const tags = tagsOf(html)
    expect(tags).toMatchObject({
      'og:type': 'website',
      'og:title': 'Double Charge Simulator',
      'og:image': './og.png',
      'twitter:card': 'summary_large_image',
      'twitter:image': './og.png',
    })
    expect(tags).not.toHaveProperty('og:url')
    expect(html).not.toContain('canonical')
    expect(html).not.toContain('class="address"')
    expect(html).not.toMatch(outsideBlocks)
  })
  it('tells the size the picture has', () => {
    const png = readFileSync(new URL('../public/og.png', import.meta.url))
    const tags = tagsOf(html)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    expect([tags['og:image:width'], tags['og:image:height']]).toEqual(['1200', '630'])
    expect(tags['og:image:alt']).toBeTruthy()
    expect(png.length).toBeLessThan(150_000)
  })
})

it('the single file has nothing for crawlers, but says where the site is', () => {
  const html = addressPage(source, { siteUrl: 'https://example.org/', standalone: true })
  expect(html).not.toMatch(/og:|twitter:|canonical|<!--/)
  expect(html).toContain('<p class="address">https://example.org/</p>')
})

it('an address that is none is refused in words', () => {
  expect(siteAddress('')).toBeUndefined()
  for (const bad of ['example.org', 'javascript:alert(1)', 'file:///pay/'])
    expect(() => siteAddress(bad)).toThrow(`not "${bad}"`)
  expect(hosted('https://example.org/?"><script>')).not.toContain('"><script>')
})
