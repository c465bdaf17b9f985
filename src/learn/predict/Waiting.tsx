import type { Answers } from '../progress/progress.ts'
import { type Ask, labelOf } from './experiment.ts'
import styles from './Predict.module.css'

interface WaitingProps {
  words: string
  asks: readonly Ask[]
  predicted: Answers | null
}

/** The second step: what there is to watch or to do, and what one has committed oneself to. */
export function Waiting({ words, asks, predicted }: WaitingProps) {
  return (
    <>
      <p className={styles.lead}>{words}</p>
      {predicted && (
        <dl className={styles.committed} aria-label="Your prediction">
          {asks.map(ask => (
            <div key={ask.id}>
              <dt>{ask.question}</dt>
              <dd>{labelOf(ask, predicted[ask.id])}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
