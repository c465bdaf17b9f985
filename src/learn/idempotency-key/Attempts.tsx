import { shortMoney } from '../../narrate/words.ts'
import { useSimulatorState } from '../../store/react.tsx'
import styles from './Attempts.module.css'
import type { Path } from './path.ts'
import { answerInWords, chargeInWords, discOf, nameOf, wayInWords } from './path-words.ts'

/** The newest so many; the others are counted. */
const MOST = 6

/** Each request in words: its key as sent, its way through the bank's decision, its answer. */
export function Attempts({ paths }: { paths: readonly Path[] }) {
  const payments = useSimulatorState(state => state.frame.state.payments)
  const shown = paths.slice(-MOST)
  const earlier = paths.length - shown.length
  if (paths.length === 0)
    return <p className={styles.none}>Press Pay: here each request says how the bank decides about it.</p>
  return (
    <>
      {earlier > 0 && <p className={styles.none}>{earlier} more before these</p>}
      <ol className={styles.list} aria-label="How the bank decides about each request">
        {shown.map(path => (
          <li key={path.id} className={styles.attempt}>
            <p className={styles.name}>
              <span className={styles.disc} aria-hidden="true">
                {discOf(path)}
              </span>
              {nameOf(path)}
              <span className={styles.amount}>{shortMoney(payments[path.payment - 1]?.amount ?? 0)}</span>
            </p>
            <p>
              <code className={styles.header}>{headerOf(path)}</code>
            </p>
            <p>{wayInWords(path)}</p>
            <Ended path={path} amount={payments[path.payment - 1]?.amount ?? 0} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Ended({ path, amount }: { path: Path; amount: number }) {
  const [answer, charge] = [answerInWords(path), chargeInWords(path, amount)]
  if (!answer && !charge) return null
  return (
    <p className={styles.answer} data-again={path.charge > 1 || undefined}>
      {[answer && `Answer: ${answer}`, charge].filter(Boolean).join('; ')}.
    </p>
  )
}

/** The header as it was sent: most deployed APIs take the bare token. */
function headerOf({ key }: Path): string {
  if (key === null) return 'no Idempotency-Key'
  return `Idempotency-Key: ${key.length > 40 ? `${key.slice(0, 12)}… (${key.length} characters)` : key || '(empty)'}`
}
