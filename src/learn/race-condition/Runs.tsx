import { Chip } from '../../ui/Chip.tsx'
import { Heading } from '../../ui/Heading.tsx'
import styles from './Runs.module.css'
import type { ToldRun } from './told-run.ts'

/** What each run of the script answered, the newest first, and the commands it gave. */
export function Runs({ runs, fetching }: { runs: readonly ToldRun[]; fetching: boolean }) {
  return (
    <div className={styles.runs}>
      <Heading level={4} className={styles.heading}>
        What it answered
      </Heading>
      {fetching && <p className={styles.empty}>Fetching the Lua interpreter …</p>}
      {runs.length === 0 ? (
        !fetching && (
          <p className={styles.empty}>
            Each run leaves its reply here, and the commands that the script gave.
          </p>
        )
      ) : (
        <ol className={styles.list} aria-label="Runs, the newest first">
          {runs.map(run => (
            <li key={run.id} className={styles.run} data-wrong={run.problem !== null || run.stopped === true}>
              <p className={styles.reply}>
                <span className={styles.who}>worker {run.worker}</span>
                <code>{run.reply}</code>
                {run.recorded && <Chip tone="unsure">recorded</Chip>}
              </p>
              {run.ran.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line that is told never moves
                <code key={index} className={styles.line}>
                  {line}
                </code>
              ))}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
