import { classes } from '../../ui/classes.ts'
import styles from './Drawing.module.css'
import type { Ink } from './inks.ts'
import type { Shape } from './shape.ts'

const colour = (ink: Ink | undefined) => (ink ? `var(--${ink})` : 'none')

/** The attributes of SVG as React spells them. */
const SPELT: Readonly<Record<string, string>> = {
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'text-anchor': 'textAnchor',
  'paint-order': 'paintOrder',
}

/** A piece of the drawing, in the colours of the page. */
export function DrawnShape({ shape }: { shape: Shape }) {
  const { tag: Tag, geometry, stroke, fill, text, mono, bold } = shape
  const attributes = Object.fromEntries(
    Object.entries(geometry).map(([name, value]) => [SPELT[name] ?? name, value]),
  )
  return (
    <Tag
      {...attributes}
      className={
        text === undefined ? undefined : classes(styles.text, mono && styles.mono, bold && styles.bold)
      }
      style={{ fill: colour(fill), stroke: colour(stroke) }}
    >
      {text}
    </Tag>
  )
}
