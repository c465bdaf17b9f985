import { Icon } from '../../ui/Icon.tsx'
import type { Answers } from '../progress/progress.ts'
import styles from './Comparison.module.css'
import { type Ask, labelOf } from './experiment.ts'

interface ComparisonProps {
  asks: readonly Ask[]
  predicted: Answers | null
  seen: Answers
  happened: Answers
}

/** What was predicted, seen, and what happened, question by question. */
export function Comparison({ asks, predicted, seen, happened }: ComparisonProps) {
  const observed = Object.keys(seen).length > 0
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Question</th>
          {predicted && <th scope="col">You predicted</th>}
          {observed && <th scope="col">You saw</th>}
          <th scope="col">It happened</th>
        </tr>
      </thead>
      <tbody>
        {asks.map(ask => (
          <tr key={ask.id}>
            <th scope="row">{ask.past ?? ask.question}</th>
            {predicted && (
              <Cell label="You predicted" ask={ask} answer={predicted[ask.id]} truth={happened[ask.id]} />
            )}
            {observed && <Cell label="You saw" ask={ask} answer={seen[ask.id]} truth={happened[ask.id]} />}
            <td data-label="It happened">{labelOf(ask, happened[ask.id])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  label: string
  ask: Ask
  answer: string | undefined
  truth: string | undefined
}

function Cell({ label, ask, answer, truth }: CellProps) {
  const right = answer === truth
  return (
    <td data-label={label} data-right={right}>
      <Icon name={right ? 'check' : 'cross'} size={12} className={styles.sign} /> {labelOf(ask, answer)}{' '}
      <span className={styles.word}>{right ? '(right)' : '(wrong)'}</span>
    </td>
  )
}
