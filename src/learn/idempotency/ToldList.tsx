import styles from './Lab.module.css'

interface ToldListProps {
  label: string
  lines: readonly string[]
  /** Stands there while there is nothing. */
  empty: string
}

/** What has happened, in order. */
export function ToldList({ label, lines, empty }: ToldListProps) {
  if (lines.length === 0) return <p className={styles.quiet}>{empty}</p>
  return (
    <ol className={styles.told} aria-label={label}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
        <li key={index}>{line}</li>
      ))}
    </ol>
  )
}
