import { CHAPTERS } from '../chapters.ts'
import { SURENESS } from '../predict/sureness.ts'
import type { Progress, Tried } from '../progress/progress.ts'
import { Judged } from './Judged.tsx'
import { Part } from './Part.tsx'
import styles from './Report.module.css'

/** Each experiment: what was predicted and seen, and what happened. */
export function ExperimentsTried({ tried }: { tried: Progress['tried'] }) {
  const entries = Object.entries(tried).sort(([a], [b]) => placeOf(a) - placeOf(b))
  return (
    <Part title="Predictions" empty="No prediction yet.">
      {entries.length > 0 ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Predicted</th>
              <th scope="col">Seen</th>
              <th scope="col">Happened</th>
            </tr>
          </thead>
          {entries.map(([id, experiment]) => (
            <Experiment key={id} id={id} tried={experiment} />
          ))}
        </table>
      ) : null}
    </Part>
  )
}

/** In the order of the chapters; what belongs to none comes last. */
function placeOf(id: string): number {
  const at = CHAPTERS.findIndex(chapter => id.startsWith(`${chapter.id}.`))
  return at < 0 ? CHAPTERS.length : at
}

/** An experiment's questions, below its name. */
function Experiment({ id, tried }: { id: string; tried: Tried }) {
  const chapter = CHAPTERS[placeOf(id)]
  const { predicted, seen, happened } = tried
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup" colSpan={4}>
          <strong>{tried.title ?? id}</strong>
          {chapter && ` · chapter ${chapter.number}`} · {surenessOf(tried)}
        </th>
      </tr>
      {Object.entries(happened).map(([question, what]) => (
        <tr key={question}>
          <th scope="row">{question}</th>
          <td data-label="Predicted">{compared(predicted?.[question], what)}</td>
          <td data-label="Seen">{compared(seen?.[question], what)}</td>
          <td data-label="Happened">{what}</td>
        </tr>
      ))}
    </tbody>
  )
}

function surenessOf({ predicted, sure }: Tried): string {
  if (!predicted) return 'prediction skipped'
  return SURENESS.find(({ value }) => value === sure)?.label.toLowerCase() ?? 'not said how sure'
}

function compared(answer: string | undefined, what: string) {
  return answer === undefined ? '–' : <Judged answer={answer} right={answer === what} />
}
