import type { SqlAnswer, SqlResult } from '../../engines/sql.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ResultTable } from './ResultTable.tsx'
import styles from './SqlResults.module.css'
import { codeInWords, resultInWords } from './words.ts'

interface SqlResultsProps {
  answer: SqlAnswer | null
  /** Which run of the console it answers. */
  run: number
  /** False when the text has been edited since: its lines may be others now. */
  isMarked: boolean
}

/** What came of each statement of a script. */
export function SqlResults({ answer, run, isMarked }: SqlResultsProps) {
  if (!answer)
    return <p className={styles.empty}>Press Run: what the database says to each statement appears here.</p>
  return (
    <div className={styles.results}>
      <ol className={styles.list} aria-label="What the database said">
        {answer.results.map((result, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: within one run nothing moves
          <li key={`${run}:${at}`} className={styles.item}>
            <Outcome result={result} />
          </li>
        ))}
      </ol>
      {answer.results.length === 0 && <p className={styles.empty}>There was no statement to run.</p>}
      {answer.isRolledBack && (
        <p className={styles.note}>A transaction was left open at the end. It was rolled back.</p>
      )}
      {!isMarked && <p className={styles.note}>The text has been edited since.</p>}
    </div>
  )
}

function Outcome({ result }: { result: SqlResult }) {
  const { sql, line, columns, rows, changes, error } = result
  return (
    <>
      <div className={styles.head}>
        <span className={styles.line}>line {error?.line ?? line}</span>
        <code className={styles.sql} title={sql}>
          {sql.replace(/\s+/g, ' ')}
        </code>
        {!error && (
          <Chip tone={changes === 0 ? 'unsure' : 'safe'} icon={changes === 0 ? 'minus' : 'check'}>
            {resultInWords(result)}
          </Chip>
        )}
      </div>
      {error && (
        <div className={styles.error}>
          <p className={styles.message}>{error.message}</p>
          {error.detail && <p className={styles.detail}>{error.detail}</p>}
          <p className={styles.code}>
            <Icon name="cross" size={12} /> {codeInWords(error)}
          </p>
        </div>
      )}
      {columns.length > 0 && <ResultTable name={`Rows of line ${line}`} columns={columns} rows={rows} />}
    </>
  )
}
