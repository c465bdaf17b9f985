import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** Where this server has the built simulator, as a course's pages might. */
export const SUB_PATH = '/courses/payments/week-3/'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** The same build as a server sends it that adds no header, and as one that allows no script or style but files of its own. */
export const BARE_PATH = '/bare/'
export const STRICT_PATH = '/strict/'

const CORS = { 'Access-Control-Allow-Origin': '*' }

const COPIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Without it a frame of opaque origin may not load module scripts.
  [SUB_PATH]: CORS,
  [BARE_PATH]: {},
  [STRICT_PATH]: { ...CORS, 'Content-Security-Policy': "script-src 'self'; style-src 'self'" },
}

/** Another site: a page that embeds the simulator, and a copy of the build under a path of its own. */
export interface Host {
  /** By the name `localhost`: to a browser another site than 127.0.0.1. */
  readonly origin: string
  /** The same server under another site's name, for frames that shall be foreign to its pages. */
  readonly copies: string
  /** Under which address the page itself is embedded. */
  readonly page: (frames: readonly HostFrame[]) => string
  /** Serves a page, or another text, under a path of its own; returns its address. */
  readonly serve: (path: string, text: string, headers?: Readonly<Record<string, string>>) => string
  readonly close: () => Promise<void>
}

export interface HostFrame {
  readonly src: string
  readonly width: number
  readonly height: number
  readonly sandbox?: string
  /** Fetched only when it is scrolled to. */
  readonly lazy?: boolean
}

const frameTag = ({ src, width, height, sandbox, lazy }: HostFrame) =>
  `<iframe title="Double Charge Simulator" src="${src.replaceAll('&', '&amp;')}" width="${width}" height="${height}"${
    sandbox === undefined ? '' : ` sandbox="${sandbox}"`
  }${lazy ? ' loading="lazy"' : ''} style="border:0"></iframe>`

/** A course page with these frames, and more text than fits on a screen. */
function hostPage(frames: HostFrame[]): string {
  return `<!doctype html><html lang="en"><title>Week 3</title><body style="margin:0">
    <h1>Week 3</h1><p style="height:300px">Read this first.</p>
    ${frames.map(frameTag).join('')}
    <p style="height:900px">Read this last.</p></body></html>`
}

function sendWith(response: ServerResponse, headers: Readonly<Record<string, string>>): ServerResponse {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  return response
}

/** Starts a host on a free port. */
export async function startHost(): Promise<Host> {
  const served = new Map<string, { text: string; headers: Readonly<Record<string, string>> }>()
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/host') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(hostPage(JSON.parse(searchParams.get('frames') ?? '[]')))
      return
    }
    const own = served.get(pathname)
    if (own) {
      sendWith(response, own.headers).end(own.text)
      return
    }
    const copy = Object.keys(COPIES).find(prefix => pathname.startsWith(prefix))
    const path = copy ? pathname.slice(copy.length) || 'index.html' : ''
    try {
      const body = await readFile(join(dist, normalize(`/${path}`)))
      const type = { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' }
      sendWith(response, { ...COPIES[copy ?? ''], ...type }).end(body)
    } catch {
      response.statusCode = pathname === '/favicon.ico' ? 204 : 404
      response.end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    copies: origin.replace('localhost', '127.0.0.1'),
    page: frames => `${origin}/host?frames=${encodeURIComponent(JSON.stringify(frames))}`,
    serve: (path, text, headers = {}) => {
      served.set(path, { text, headers: { ...CORS, 'Content-Type': 'text/html; charset=utf-8', ...headers } })
      return `${origin}${path}`
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
