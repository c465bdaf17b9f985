import { useEffect, useId, useRef, useState } from 'react'
import { BareButton } from '../ui/BareButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useMediaQuery } from '../ui/useMediaQuery.ts'
import styles from './Nav.module.css'
import { ROUTES, type Route, useRoute } from './route.ts'

const PAGES: readonly { readonly route: Route; readonly name: string }[] = [
  { route: 'room', name: 'Simulator' },
  { route: 'twin', name: 'Twin' },
  { route: 'scenarios', name: 'Scenarios' },
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
          onClick={onGo}
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
  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      const isKey = event instanceof KeyboardEvent
      if (isKey ? event.key !== 'Escape' : box.current?.contains(event.target as Node)) return
      setOpen(false)
      // The focus was in what is gone now.
      if (isKey) box.current?.querySelector('button')?.focus()
    }
    const told = ['pointerdown', 'focusin', 'keydown'] as const
    for (const event of told) document.addEventListener(event, leave)
    return () => {
      for (const event of told) document.removeEventListener(event, leave)
    }
  }, [open])
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
