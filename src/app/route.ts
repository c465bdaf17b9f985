import { useSyncExternalStore } from 'react'

/** The pages there are, by their hash. */
export const ROUTES = {
  room: '#/',
  twin: '#/twin',
  scenarios: '#/scenarios',
  embed: '#/embed',
  learn: '#/learn',
} as const

export type Route = keyof typeof ROUTES

/** The hash the document was opened with. Tests without a page have none. */
const openedAt: string = globalThis.location?.hash ?? ''

/** The page a hash asks for; null when there is none of that name. */
export function routeOf(hash: string): Route | null {
  if (hash === '' || hash === '#') return 'room'
  if (hash.startsWith(`${ROUTES.learn}/`)) return 'learn'
  return (Object.keys(ROUTES) as Route[]).find(route => ROUTES[route] === hash) ?? null
}

/** Which chapter, or other page of theirs, a hash asks for; '' for the list of them. */
function lessonOf(hash: string): string {
  return hash.slice(ROUTES.learn.length + 1)
}

/** The page the address asks for now, the main room where it asks for none that there is. */
export function useRoute(): Route {
  return useSyncExternalStore(followHash, () => routeOf(window.location.hash) ?? 'room')
}

/** What the address asks for of the chapters now; '' for the list of them. */
export function useLesson(): string {
  return useSyncExternalStore(followHash, () => lessonOf(window.location.hash))
}

/** Whether the address asks for what it asked for when the document was opened: a run in it is meant for this very page. */
export function isWhereOpened(): boolean {
  return window.location.hash === openedAt
}

/** Goes to another page; back leads here again. */
export function goTo(route: Route): void {
  window.location.hash = ROUTES[route]
}

function followHash(onChange: () => void): () => void {
  // Going back to an entry whose query differs, too, is told only as popstate: no hashchange comes in Chromium.
  const told = ['hashchange', 'popstate'] as const
  for (const event of told) window.addEventListener(event, onChange)
  return () => {
    for (const event of told) window.removeEventListener(event, onChange)
  }
}
