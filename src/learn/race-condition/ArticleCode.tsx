import { operationOf, type State, workOf } from '../../sim/index.ts'
import { Mark } from '../../stage/Mark.tsx'
import styles from './ArticleCode.module.css'

/** The mistake as it is mostly written, line by line, and the operation of the handler that each line is. */
const LINES = [
  { text: 'if not redis.exists(key):', operation: 'store.exists' },
  { text: '    redis.set(key, "processing")', operation: 'store.set' },
  { text: '    process_payment()', operation: 'ledger.charge' },
] as const

/** The same mistake in another language: who reads the one reads the other. */
export function ArticleCode({ world }: { world: State }) {
  const works = world.workers.flatMap(worker => workOf(worker) ?? [])
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>The same in Python, as it is usually written</figcaption>
      <pre className={styles.code}>
        {LINES.map(({ text, operation }) => {
          const here = works.filter(work => operationOf(work).name === operation)
          return (
            <code key={operation} className={styles.line} data-lit={here.length > 0}>
              {text}
              <span className={styles.who}>
                {here.map(({ message: { attempt } }) => (
                  <Mark key={attempt} doing="runs" attempt={attempt} label={`attempt ${attempt} is here`} />
                ))}
              </span>
            </code>
          )
        })}
      </pre>
    </figure>
  )
}
