import { createElement as h, type ReactNode, useEffect, useState } from 'react'

/** The site's pages by their paths. */
const PAGES: Readonly<Record<string, string>> = {
  '/site/': 'Week 3: payments',
  '/site/notes': 'Notes',
}

/**
 * A course's site as Docusaurus makes them: rendered on a server, hydrated, and then changing its pages by the history
 * alone. One page has the simulator; React keeps the other free of it.
 */
export function CourseSite({ path: first }: { path: string }): ReactNode {
  const [path, setPath] = useState(first)
  useEffect(() => {
    const follow = () => setPath(window.location.pathname)
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const link = (to: string) =>
    h(
      'a',
      {
        key: to,
        href: to,
        onClick: (event: { preventDefault: () => void }) => {
          event.preventDefault()
          window.history.pushState(null, '', to)
          setPath(to)
        },
      },
      PAGES[to],
    )
  return h(
    'div',
    null,
    h('nav', null, Object.keys(PAGES).map(link)),
    h('h1', null, PAGES[path]),
    path === '/site/' && h('double-charge-simulator', { seed: '202', pause: '0', hide: 'events' }),
  )
}
