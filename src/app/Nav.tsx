import { useId, useRef, useState } from 'react'
import { BareButton } from '../ui/BareButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLeave } from '../ui/useLeave.ts'
import { useMediaQuery } from '../ui/useMediaQuery.ts'
import styles from './Nav.module.css'
import { goTo, ROUTES, type Route, useRoute } from './route.ts'

const PAGES: readonly { readonly route: Route; readonly name: string }[] = [
  { route: 'room', name: 'Simulator' },
  { route: 'learn', name: 'Learn' },
  { route: 'twin', name: 'Twin' },
  { route: 'scenarios', name: 'Scenarios' },
  { route: 'embed', name: 'Embed' },
]

/** The way to the other pages. On a small screen it is folded into a menu. */
export function Nav() {
  const roomy = useMediaQuery('(min-width: 600px)')
  return roomy ? <Pages /> : <Menu />
}

function Pages({ id, onGo }: { id?: string; onGo?: () => void }) {
  const here = useRoute()
  return (
    <nav aria-label="Pages" id={id} className={id ? styles.menu : styles.row}>
      {PAGES.map(({ route, name }) => (
        <a
          key={route}
          href={ROUTES[route]}
          className={styles.page}
          aria-current={route === here ? 'page' : undefined}
          onClick={event => {
            // A page written into a frame (srcdoc) has its host's address: a link would lead to the host's page.
            if (window.location.protocol === 'about:') {
              event.preventDefault()
              goTo(route)
            }
            onGo?.()
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

function Menu() {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useLeave(box, open, byKey => {
    setOpen(false)
    // The focus was in what is gone now.
    if (byKey) box.current?.querySelector('button')?.focus()
  })
  return (
    <div ref={box} className={styles.folded}>
      <BareButton
        className={styles.button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        Menu <Icon name="chevron" size={12} />
      </BareButton>
      {open && <Pages id={id} onGo={() => setOpen(false)} />}
    </div>
  )
}
