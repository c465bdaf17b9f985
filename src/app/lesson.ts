import { useSyncExternalStore } from 'react'
import { followHash, ROUTES } from './route.ts'

/** What the address asks for of the chapters now, a chapter or another page of theirs; '' for the list of them. */
export function useLesson(): string {
  return useSyncExternalStore(followHash, () => window.location.hash.slice(ROUTES.learn.length + 1))
}

/** Whether the address asks for what it asked for when the document was opened: a run in it is meant for this very page. */
export function isWhereOpened(): boolean {
  const [opened] = performance.getEntriesByType('navigation')
  return (
    opened !== undefined && URL.canParse(opened.name) && new URL(opened.name).hash === window.location.hash
  )
}
