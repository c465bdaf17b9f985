import { type ReactNode, useEffect, useId, useRef } from 'react'
import { BareButton } from '../ui/BareButton.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useLeave } from '../ui/useLeave.ts'
import styles from './Bar.module.css'
import { BarIcon } from './BarIcon.tsx'
import { KeysPanel } from './KeysPanel.tsx'
import type { Talk } from './use-talk.ts'

interface BarProps {
  talk: Talk
  characters: boolean
  onCharacters: (on: boolean) => void
  showsKeys: boolean
  onKeys: (shown: boolean) => void
  /** Escape was pressed: it says how to leave. */
  offersToLeave: boolean
  onStay: () => void
  onBlank: () => void
  /** Undefined where the page may not fill the screen. */
  onFull: (() => void) | undefined
  onLeave: () => void
  /** The timeline. */
  children: ReactNode
}

/** All that the keys do, for mouse and finger, and where in the talk one is. */
export function Bar(props: BarProps) {
  const { talk, children } = props
  return (
    <section aria-label="Presenter" className={styles.bar}>
      <div className={styles.turn}>
        <Button
          icon="arrow-left"
          disabled={talk.isAtStart}
          reason="The talk begins here."
          onClick={talk.previous}
        >
          Previous
        </Button>
        <Button variant="primary" disabled={talk.isAtEnd} reason="The talk ends here." onClick={talk.next}>
          Next
        </Button>
      </div>
      <p className={styles.where}>
        <span className={styles.title}>{talk.chapter.title}</span> <span>{placeInWords(talk)}</span>
      </p>
      <div className={styles.timeline}>{children}</div>
      <Tools {...props} />
    </section>
  )
}

/** “3 of 8”. */
function placeInWords({ stop, stops }: Talk): string {
  return stop < 0 ? '' : `${stop + 1} of ${stops.length}`
}

function Tools(props: BarProps) {
  const { characters, onCharacters, showsKeys, onKeys, offersToLeave, onStay, onBlank, onFull, onLeave } =
    props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const keysButton = useRef<HTMLButtonElement>(null)
  useLeave(box, showsKeys, byKey => {
    onKeys(false)
    if (byKey && box.current?.contains(document.activeElement)) keysButton.current?.focus()
  })
  return (
    <div ref={box} className={styles.tools}>
      <Tool icon="blank" name="Blank screen" onClick={onBlank} />
      {onFull && <Tool icon="full" name="Full screen" onClick={onFull} />}
      <BareButton
        ref={keysButton}
        className={styles.tool}
        title="Keyboard"
        aria-label="Keyboard"
        aria-expanded={showsKeys}
        aria-controls={id}
        onClick={() => onKeys(!showsKeys)}
      >
        <BarIcon name="keyboard" />
      </BareButton>
      <Leave offered={offersToLeave} onStay={onStay} onLeave={onLeave} />
      {showsKeys && <KeysPanel id={id} characters={characters} onCharacters={onCharacters} />}
    </div>
  )
}

function Tool({ icon, name, onClick }: { icon: 'blank' | 'full'; name: string; onClick: () => void }) {
  return (
    <BareButton
      className={classes(styles.tool, styles[icon])}
      title={name}
      aria-label={name}
      onClick={onClick}
    >
      <BarIcon name={icon} />
    </BareButton>
  )
}

interface LeaveProps {
  offered: boolean
  onStay: () => void
  onLeave: () => void
}

/** Escape only goes to it: the start button of a remote control sends Escape, too, and must not end a talk. */
function Leave({ offered, onStay, onLeave }: LeaveProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!offered) return
    button.current?.focus({ preventScroll: true })
    return () => button.current?.blur()
  }, [offered])
  return (
    <>
      <BareButton
        ref={button}
        className={styles.tool}
        title="Leave presenter mode"
        aria-label="Leave presenter mode"
        onClick={onLeave}
        onBlur={onStay}
      >
        <BarIcon name="leave" />
      </BareButton>
      {offered && <p className={styles.offer}>Enter leaves presenter mode, Escape stays.</p>}
    </>
  )
}
