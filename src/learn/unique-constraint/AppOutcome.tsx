import { Chip } from '../../ui/Chip.tsx'
import { rowsInWords } from '../sql/words.ts'
import styles from './AppOutcome.module.css'
import type { AppEnd } from './app-run.ts'

/** How the two requests ended: for the money, and for a client that never saw the first answer. */
export function AppOutcome({ end: { rows, charged, first, second, knows } }: { end: AppEnd }) {
  return (
    <dl className={styles.outcome} aria-label="How it ended">
      <div>
        <dt>In the table</dt>
        <dd>
          {rowsInWords(rows)}, ${charged} charged{' '}
          {rows > 1 ? (
            <Chip tone="lost" icon="warning">
              charged twice
            </Chip>
          ) : (
            <Chip tone="safe" icon="check">
              charged once
            </Chip>
          )}
        </dd>
      </div>
      <div>
        <dt>The client hears</dt>
        <dd>
          <s>
            {first.status} {first.says}
          </s>{' '}
          (lost), then{' '}
          <b>
            {second.status} {second.says}
          </b>
        </dd>
      </div>
      <div>
        <dt>So it concludes</dt>
        <dd>
          {knows ? (
            <Chip tone="safe" icon="check">
              “It is paid.”
            </Chip>
          ) : (
            <Chip tone="unsure" icon="question">
              “I still do not know whether it is paid.”
            </Chip>
          )}
        </dd>
      </div>
    </dl>
  )
}
