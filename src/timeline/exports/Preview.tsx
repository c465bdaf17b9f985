import styles from './Exports.module.css'
import { svgAddress } from './png.ts'

/** The first lines tell what a file is; all of a long one would only slow the page. */
const LINES = 40
const LINE_LENGTH = 1000

interface PreviewProps {
  name: string
  text: string
  /** The text is a drawing, and shown as one. */
  drawn: boolean
}

/** What is in a file: its first lines, or the drawing. It scrolls inside itself. */
export function Preview({ name, text, drawn }: PreviewProps) {
  if (drawn) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <section className={styles.drawing} tabIndex={0} aria-label={`Preview of ${name}`}>
        <img src={svgAddress(text)} alt="The run as a diagram; the events say the same in words." />
      </section>
    )
  }
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const shown = lines
    .slice(0, LINES)
    .map(line => (line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.lines} tabIndex={0} aria-label={`Preview of ${name}`}>
        <pre>{shown.join('\n')}</pre>
      </section>
      {lines.length > LINES && (
        <p className={styles.more}>
          The first {LINES} of {lines.length} lines.
        </p>
      )}
    </>
  )
}
