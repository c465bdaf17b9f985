import { type HTMLAttributes, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { Heading, type HeadingLevel } from './Heading.tsx'
import styles from './Sheet.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface SheetProps extends Omit<HTMLAttributes<HTMLElement>, 'aria-label' | 'aria-labelledby'> {
  as?: 'section' | 'aside' | 'article' | 'div'
  /** A visible heading; it names the region. */
  heading?: string | undefined
  level?: HeadingLevel
  /** Keeps the heading for assistive technology only. */
  hideHeading?: boolean
  /** The region's name where there is no heading, or where it says more than the heading. */
  label?: string | undefined
  /** Stands right of the heading. */
  note?: ReactNode
  /** Without padding: the content reaches the edges. */
  flush?: boolean
}

/** A card: a named region on a sheet with a hairline and a faint shadow. */
export function Sheet({
  as: Tag = 'section',
  heading,
  level = 2,
  hideHeading = false,
  label,
  note,
  flush = false,
  className,
  children,
  ...rest
}: SheetProps) {
  const headingId = useId()
  const named = label !== undefined || heading !== undefined
  return (
    <Tag
      // a div may have no name of its own
      role={Tag === 'div' && named ? 'group' : undefined}
      {...rest}
      className={classes(styles.sheet, !flush && styles.padded, className)}
      aria-label={label}
      aria-labelledby={label === undefined && heading !== undefined ? headingId : undefined}
    >
      {heading !== undefined && hideHeading && (
        <VisuallyHidden as={`h${level}`} id={headingId}>
          {heading}
        </VisuallyHidden>
      )}
      {((heading !== undefined && !hideHeading) || note) && (
        <div className={styles.head}>
          {heading !== undefined && !hideHeading && (
            <Heading level={level} id={headingId} className={styles.heading}>
              {heading}
            </Heading>
          )}
          {note && <div className={styles.note}>{note}</div>}
        </div>
      )}
      {children}
    </Tag>
  )
}
