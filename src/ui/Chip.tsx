import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import type { Tone } from './tone.ts'

export interface ChipProps {
  tone?: Tone
  icon?: IconName | undefined
  children: ReactNode
  className?: string | undefined
}

/** A few words on a tinted ground. The words carry the meaning; the tone repeats it. */
export function Chip({ tone = 'plain', icon, children, className }: ChipProps) {
  return (
    <span className={classes(styles.chip, styles[tone], className)}>
      {icon && <Icon name={icon} size={12} />}
      <span>{children}</span>
    </span>
  )
}
