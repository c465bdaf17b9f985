import { Chip } from '../../ui/Chip.tsx'
import styles from './SqlCode.module.css'

interface SqlCodeProps {
  name: string
  text: string
  /** The line, from 0, that runs now; -1 for none. */
  lit: number
  /** Who runs it, in a word. */
  who: string
}

/** An app's code with the line that ran last. */
export function SqlCode({ name, text, lit, who }: SqlCodeProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section aria-label={name} tabIndex={0} className={styles.scroll}>
      <pre className={styles.code}>
        {text.split('\n').map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text may have two equal lines
          <code key={at} className={styles.line} data-lit={at === lit || undefined}>
            {line || ' '}
            {at === lit && (
              <Chip tone="way" className={styles.who}>
                {who}
              </Chip>
            )}
          </code>
        ))}
      </pre>
    </section>
  )
}
