import { useEffect, useId, useRef, useState } from 'react'
import { useSimulator } from '../store/react.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './Share.module.css'

const COPIED = 'Copied. The link opens this very moment.'
const NOT_COPIED = 'Copy this link: it opens this very moment.'

/**
 * The link to this very moment: settings, inputs and playhead. It goes to the clipboard; where that is refused, the
 * text itself can be copied.
 */
export function Share({ permalink }: { permalink: () => string }) {
  const simulator = useSimulator()
  const [link, setLink] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLInputElement>(null)
  const id = useId()

  useEffect(() => {
    if (link === null) return
    const leave = (event: Event) => {
      const outside =
        event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)
      if (outside) setLink(null)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('keydown', leave)
    }
  }, [link])

  async function share() {
    const made = permalink()
    setLink(made)
    const done = await copy(made)
    setCopied(done)
    simulator.announce(done ? COPIED : NOT_COPIED)
  }

  return (
    <div ref={box} className={styles.share}>
      <Button icon="link" onClick={share} aria-expanded={link !== null} aria-controls={id}>
        Copy link
      </Button>
      <div id={id} className={styles.panel} hidden={link === null}>
        <div className={styles.head}>
          <p>{copied ? COPIED : NOT_COPIED}</p>
          <IconButton icon="close" label="Close the link" variant="bare" onClick={() => setLink(null)} />
        </div>
        <input
          ref={text}
          className={styles.link}
          readOnly
          aria-label="Link to this moment"
          value={link ?? ''}
          onFocus={() => text.current?.select()}
        />
      </div>
    </div>
  )
}

/** True when the text is in the clipboard. Frames without permission refuse the first way, but allow the second on a click. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  const before = document.activeElement
  field.value = text
  field.setAttribute('aria-hidden', 'true')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  let copied = false
  try {
    copied = document.execCommand('copy')
  } catch {
    copied = false
  }
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return copied
}
