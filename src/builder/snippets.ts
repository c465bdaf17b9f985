import type { Parameter } from './parameters.ts'

/** A frame to be written down. */
export interface Embed {
  /** The address of the simulator's page, without query and hash. */
  readonly base: string
  /** What is set, but for `embed`. */
  readonly parameters: readonly Parameter[]
  /** `twin`, `learn/networks` …; '' for the main room. */
  readonly page: string
  readonly title: string
  readonly heightPx: number
  /** Whether it becomes as high as what is in it, where the page around it listens. */
  readonly grows: boolean
}

const ALLOW = 'clipboard-write; fullscreen'

/** Of the page alone, what only a frame can heed means nothing. */
const OF_FRAMES = ['links', 'resize']

/** The address of the simulator in a frame. */
export function frameAddress({ base, parameters, page }: Embed): string {
  return addressOf(base, [...parameters, ['embed', '1']], page)
}

/** The address of the same on a page of its own. */
export function pageAddress({ base, parameters, page }: Embed): string {
  return addressOf(
    base,
    parameters.filter(([name]) => !OF_FRAMES.includes(name)),
    page,
  )
}

/** One bare iframe: what course systems that strip scripts leave as it is. */
export function iframe(embed: Embed): string {
  const { title, heightPx, grows } = embed
  const attributes = attributesOf([
    ['title', title],
    ['src', frameAddress(embed)],
    ['loading', 'lazy'],
    ['style', `width:100%;height:${heightPx}px;border:0`],
    ['allow', ALLOW],
  ])
  // By this name embed.js, where a page has it, knows the frames whose height it sets.
  const known = grows ? ' data-double-charge-simulator' : ''
  return `<iframe ${attributes} allowfullscreen${known}></iframe>`
}

/** The script that defines the element, and the element. */
export function element({ base, parameters, page, title, heightPx }: Embed): string {
  const own: Parameter[] = [
    ['title', title],
    ['height', String(heightPx)],
    ...(page === '' ? [] : [['page', page] as const]),
  ]
  return [
    `<script ${attributesOf([['src', beside(base, 'embed.js')]])} defer></script>`,
    `<double-charge-simulator ${attributesOf([...own, ...parameters])}></double-charge-simulator>`,
  ].join('\n')
}

/** The iframe as JSX has it. */
export function mdx(embed: Embed): string {
  const { title, heightPx, grows } = embed
  return [
    '<iframe',
    `  ${attributesOf([['title', title]])}`,
    `  ${attributesOf([['src', frameAddress(embed)]])}`,
    '  loading="lazy"',
    `  style={{ width: '100%', height: ${heightPx}, border: 0 }}`,
    `  allow="${ALLOW}"`,
    '  allowFullScreen',
    ...(grows ? ['  data-double-charge-simulator'] : []),
    '/>',
  ].join('\n')
}

/** For Markdown that takes no HTML: the picture, or where there is none the title, as a link. */
export function markdown(embed: Embed, picture: boolean): string {
  const title = plainText(embed.title)
  const shown = picture ? `![${title}](${bracketed(beside(embed.base, 'picture.png'))})` : title
  return `[${shown}](${bracketed(pageAddress(embed))})`
}

function addressOf(base: string, parameters: readonly Parameter[], page: string): string {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString()
  // Commas and colons may stand in a query as they are, and are read better so.
  const readable = query.replaceAll('%2C', ',').replaceAll('%3A', ':')
  return `${base}?${readable}#/${page}`
}

/** The address of a file that lies beside a page. */
function beside(base: string, file: string): string {
  return base.slice(0, base.lastIndexOf('/') + 1) + file
}

function attributesOf(attributes: readonly Parameter[]): string {
  return attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')
}

/** As HTML and JSX have it within double quotes. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Text that Markdown takes for nothing else (CommonMark §2.4: any ASCII punctuation may be escaped). */
function plainText(text: string): string {
  return text.replaceAll(/[\\`*_[\]()<>&!#|~]/g, mark => `\\${mark}`)
}

/** An address within round brackets, which must not hold any itself. */
function bracketed(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20')
}
