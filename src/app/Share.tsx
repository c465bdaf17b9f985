import { useCallback, useId, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useLeave } from '../ui/useLeave.ts'
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

  useLeave(box, isOpen, byKey => (byKey ? close() : setOpen(false)))

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
