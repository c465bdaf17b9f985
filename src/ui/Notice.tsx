import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './Notice.module.css'
import type { Tone } from './tone.ts'

const ICONS: Partial<Record<Tone, IconName>> = { unsure: 'question', lost: 'warning', safe: 'check' }

export interface NoticeProps {
  tone?: Tone
  /** The notice in a word or two, to name its dismiss button: "Dismiss: old link". */
  short: string
  /** One or two sentences. */
  children: ReactNode
  action?: { label: string; onAction: () => void } | undefined
  /** Without it there is no dismiss button. */
  onDismiss?: (() => void) | undefined
  className?: string | undefined
}

/** A message in the page, with an action and a way to send it off. It is not announced: the app's announcer does that. */
export function Notice({ tone = 'plain', short, children, action, onDismiss, className }: NoticeProps) {
  const icon = ICONS[tone]
  return (
    <div className={classes(styles.notice, styles[tone], className)}>
      {icon && <Icon name={icon} className={styles.icon} />}
      <div className={styles.body}>
        <div className={styles.text}>{children}</div>
        {action && (
          <Button variant="quiet" className={styles.action} onClick={action.onAction}>
            {action.label}
          </Button>
        )}
      </div>
      {onDismiss && (
        <IconButton variant="bare" icon="close" label={`Dismiss: ${short}`} onClick={onDismiss} />
      )}
    </div>
  )
}
