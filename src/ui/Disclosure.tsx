import { type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'
import styles from './Disclosure.module.css'
import { Heading, type HeadingLevel } from './Heading.tsx'
import { Icon } from './Icon.tsx'

export interface DisclosureProps {
  label: string
  /** Stands right of the label, left of the sign; part of the button's name. */
  note?: ReactNode
  /** Whether it starts open; ignored where `open` is given. */
  defaultOpen?: boolean
  /** Whether it is open, where the parent decides. */
  open?: boolean | undefined
  onToggle?: ((open: boolean) => void) | undefined
  /** Makes the label a heading. */
  level?: HeadingLevel | undefined
  children: ReactNode
  className?: string | undefined
}

/** A button that opens a panel below itself, in place. The panel stays mounted while closed, only hidden. */
export function Disclosure(props: DisclosureProps) {
  const { label, note, defaultOpen = false, open, onToggle, level, children, className } = props
  const panelId = useId()
  const [ownOpen, setOwnOpen] = useState(defaultOpen)
  const isOpen = open ?? ownOpen

  function toggle() {
    setOwnOpen(!isOpen)
    onToggle?.(!isOpen)
  }

  const button = (
    <button
      type="button"
      className={styles.button}
      aria-expanded={isOpen}
      aria-controls={panelId}
      onClick={toggle}
    >
      <span className={styles.label}>{label}</span>
      {note && <span className={styles.note}>{note}</span>}
      <Icon name={isOpen ? 'minus' : 'plus'} />
    </button>
  )
  return (
    <div className={classes(styles.disclosure, className)}>
      {level === undefined ? button : <Heading level={level}>{button}</Heading>}
      <div id={panelId} className={styles.panel} hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}
