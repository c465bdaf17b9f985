import { classes } from './classes.ts'
import styles from './Icon.module.css'
import { ICON_SHAPES, type IconName, type IconShape } from './iconShapes.ts'

export type { IconName }

export interface IconProps {
  name: IconName
  /** Side in px. */
  size?: 12 | 16 | 20 | 24
  className?: string | undefined
}

/** A stroke icon in the colour of the text beside it. Hidden from assistive technology: the words beside it speak. */
export function Icon({ name, size = 16, className }: IconProps) {
  const shape: IconShape = ICON_SHAPES[name]
  return (
    <svg
      className={classes(styles.icon, className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shape.fill && <path className={styles.fill} d={shape.fill} />}
      {shape.line && <path d={shape.line} strokeWidth={shape.weight} />}
    </svg>
  )
}
