import { BareButton, type BareButtonProps } from './BareButton.tsx'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './IconButton.module.css'

export interface IconButtonProps extends Omit<BareButtonProps, 'children' | 'aria-label'> {
  icon: IconName
  /** The accessible name, also shown as the title. */
  label: string
  /** bare: without an edge, for use inside a notice or a field. */
  variant?: 'ghost' | 'bare'
}

/** A square button with an icon, 36 px (44 px on touch). */
export function IconButton({ icon, label, variant = 'ghost', className, ...rest }: IconButtonProps) {
  return (
    <BareButton
      title={label}
      {...rest}
      aria-label={label}
      className={classes(styles.button, styles[variant], className)}
    >
      <Icon name={icon} />
    </BareButton>
  )
}
