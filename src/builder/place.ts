import type { Choices } from './choices.ts'

/** Where this very page stands: it decides what a snippet can point to. */
export interface Place {
  /** The page's address without query and hash; '' where it has none that another page could ask for. */
  readonly address: string
  /** Opened from a file. */
  readonly isFile: boolean
  /** Served by this computer, for this computer. */
  readonly isLocal: boolean
  /** Served by http: pages on https show no frame of it. */
  readonly isInsecure: boolean
  /** Everything in one file. */
  readonly isSingleFile: boolean
  /** In a frame that its host has given no origin. */
  readonly isOpaque: boolean
}

const LOCAL = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Where a window's page stands. */
export function placeOf(page: Pick<Window, 'location' | 'document' | 'origin'>): Place {
  const { protocol, hostname, href } = page.location
  const isFile = protocol === 'file:'
  const isWeb = protocol === 'http:' || protocol === 'https:'
  const isLocal = isWeb && LOCAL.test(hostname)
  return {
    address: isFile || isWeb ? (href.split(/[?#]/)[0] ?? '') : '',
    isFile,
    isLocal,
    isInsecure: protocol === 'http:' && !isLocal,
    isSingleFile: page.document.querySelector('script[src]') === null,
    isOpaque: isWeb && page.origin === 'null',
  }
}

/** The build to begin with: a page from a file has no site to point to. */
export function buildAt({ isFile, address }: Pick<Place, 'isFile' | 'address'>): Choices['build'] {
  return isFile || address === '' ? 'file' : 'site'
}
