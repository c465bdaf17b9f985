import { times } from '../../narrate/words.ts'
import { runSession } from '../../store/run-session.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { sessionOf } from '../run.ts'
import { chargedIn, clientView } from './client-view.ts'
import { FATES, type FateName } from './fates.ts'
import styles from './Seen.module.css'

/** What the client saw of each fate beside what the ledger says. */
export function Seen({ tried }: { tried: ReadonlySet<FateName> }) {
  const rows = FATES.filter(({ value }) => tried.has(value)).map(fate => {
    const trace = runSession(sessionOf(fate.run))
    return { ...fate, view: clientView(trace), charged: chargedIn(trace) }
  })
  const [lost, ghost] = (['request-lost', 'ghost'] as const).map(name =>
    rows.find(({ value }) => value === name),
  )
  const areAlike = lost && ghost && lost.view.join() === ghost.view.join()
  return (
    <Sheet heading="What you saw, and what was so" level={3} className={styles.seen}>
      {rows.length === 0 ? (
        <p className={styles.empty}>
          Each fate you run leaves a row here: what your phone saw of it, and what the bank’s ledger says.
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Fate</th>
              <th scope="col">Your phone saw</th>
              <th scope="col">The ledger says</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ value, label, view, charged }) => (
              <tr key={value}>
                <th scope="row">{label}</th>
                <td>
                  <ol>
                    {view.map(line => (
                      <li key={line}>{line}</li>
                    ))}
                  </ol>
                </td>
                <td>
                  <Chip tone={charged > 0 ? 'lost' : 'plain'}>
                    {charged > 0 ? `charged ${times(charged)}` : 'not charged'}
                  </Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {areAlike && (
        <p className={styles.alike}>
          Your phone saw the same of both, to the millisecond. Only the ledger knows that the one was charged{' '}
          {times(ghost.charged)}, and the other {times(lost.charged)}.
        </p>
      )}
    </Sheet>
  )
}
