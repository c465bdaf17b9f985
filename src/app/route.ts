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

/** The page a hash asks for; null when there is none of that name. */
export function routeOf(hash: string): Route | null {
  if (hash === '' || hash === '#') return 'room'
  if (hash.startsWith(`${ROUTES.learn}/`)) return 'learn'
  return (Object.keys(ROUTES) as Route[]).find(route => ROUTES[route] === hash) ?? null
}

/** The page the address asks for now, the main room where it asks for none that there is. */
export function useRoute(): Route {
  return useSyncExternalStore(followHash, () => routeOf(window.location.hash) ?? 'room')
}

/** Goes to another page; back leads here again. */
export function goTo(route: Route): void {
  window.location.hash = ROUTES[route]
}

/** Hears of every change of the hash. */
export function followHash(onChange: () => void): () => void {
  // Going back to an entry whose query differs, too, is told only as popstate: no hashchange comes in Chromium.
  const told = ['hashchange', 'popstate'] as const
  for (const event of told) window.addEventListener(event, onChange)
  return () => {
    for (const event of told) window.removeEventListener(event, onChange)
  }
}
