import { isSameSubject, type NoValue, type Subject } from '../../sim/index.ts'
import styles from './Chain.module.css'
import { subjectInWords, timesName } from './operation-words.ts'

interface ChainProps {
  label: string
  chain: readonly (Subject | NoValue)[]
}

/** What there is after none, one, two … times, and whether it is what there was before. */
export function Chain({ label, chain }: ChainProps) {
  return (
    <ol className={styles.chain} aria-label={label}>
      {chain.map((subject, times) => {
        const before = chain[times - 1]
        const isSame = before !== undefined && isSameSubject(before, subject)
        // Applying it once may change something; only from the second time on it must not.
        const tone = times < 2 || typeof subject === 'string' ? 'plain' : isSame ? 'same' : 'other'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link of the chain is known by its place.
          <li key={times} className={styles.link} data-tone={tone}>
            <span className={styles.name}>{timesName(times)}</span>
            <span className={styles.value}>{subjectInWords(subject)}</span>
            {tone !== 'plain' && <span className={styles.note}>{isSame ? '= the same' : '≠ another'}</span>}
          </li>
        )
      })}
    </ol>
  )
}
