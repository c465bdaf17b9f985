import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import type { Permalink } from './keep-address.ts'
import styles from './Share.module.css'
import { SharePanel } from './SharePanel.tsx'

/** The header's button, and the panel it opens. Escape, a press elsewhere, or a focus that goes elsewhere closes it. */
export function Share({ permalink }: { permalink: Permalink }) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  const close = useCallback(() => {
    setOpen(false)
    button.current?.focus()
  }, [])

  useEffect(() => {
    if (!isOpen) return
    // A panel that floats would cover what is pressed, or has the focus, elsewhere.
    const onElsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
      document.removeEventListener('keydown', onKey)
    }
  }, [isOpen, close])

  return (
    <div ref={box} className={styles.share}>
      <Button
        ref={button}
        icon="link"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        Share
      </Button>
      <div id={id} className={styles.panel} hidden={!isOpen}>
        {isOpen && <SharePanel permalink={permalink} onClose={close} />}
      </div>
    </div>
  )
}
