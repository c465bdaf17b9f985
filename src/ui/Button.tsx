import { BareButton, type BareButtonProps } from './BareButton.tsx'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import { useLocked } from './Locked.tsx'

export interface ButtonProps extends BareButtonProps {
  /** primary: filled with ink; ghost: outlined; quiet: underlined text. */
  variant?: 'primary' | 'ghost' | 'quiet'
  /** m: 36 px high (44 on touch); l: 48 px. */
  size?: 'm' | 'l'
  /** Stands before the text. */
  icon?: IconName | undefined
}

/** A button with words. */
export function Button({ variant = 'ghost', size = 'm', icon, className, children, ...rest }: ButtonProps) {
  const shown = useLocked() === null ? icon : 'lock'
  return (
    <BareButton {...rest} className={classes(styles.button, styles[variant], styles[size], className)}>
      {shown && <Icon name={shown} />}
      <span className={styles.text}>{children}</span>
    </BareButton>
  )
}
