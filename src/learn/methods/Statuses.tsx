import type { Reply } from '../../sim/index.ts'
import styles from './Statuses.module.css'

/** The status of every answer, in the order they were sent; a saved one says that it is. */
export function Statuses({ replies }: { replies: readonly Reply[] }) {
  const replayed = replies.filter(isReplayed).length
  return (
    <div>
      <ol className={styles.statuses} aria-label="Answers">
        {replies.map((reply, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer is known by its place.
          <li key={index} className={styles.status} data-kind={kindOf(reply)}>
            <span className={styles.place}>{index + 1}</span>
            {reply.status}
          </li>
        ))}
      </ol>
      {replayed > 0 && (
        <p className={styles.legend}>
          With a doubled edge: the saved answer, with <code>Idempotent-Replayed: true</code>.
        </p>
      )}
    </div>
  )
}

const isReplayed = ({ headers }: Reply) => headers['Idempotent-Replayed'] === 'true'

function kindOf(reply: Reply): 'replayed' | 'refused' | 'done' {
  if (isReplayed(reply)) return 'replayed'
  return reply.status >= 400 ? 'refused' : 'done'
}
