import { CHAPTERS } from '../chapters.ts'
import { SURENESS } from '../predict/sureness.ts'
import type { Progress, Tried } from '../progress/progress.ts'
import { Part } from './Part.tsx'
import styles from './Report.module.css'

/** Each experiment: what was predicted and seen, and what happened. */
export function ExperimentsTried({ tried }: { tried: Progress['tried'] }) {
  const entries = Object.entries(tried).sort(([a], [b]) => placeOf(a) - placeOf(b))
  return (
    <Part title="Predictions" empty="No prediction yet.">
      {entries.length > 0
        ? entries.map(([id, experiment]) => <Experiment key={id} id={id} tried={experiment} />)
        : null}
    </Part>
  )
}

/** In the order of the chapters; what belongs to none comes last. */
function placeOf(id: string): number {
  const at = CHAPTERS.findIndex(chapter => id.startsWith(`${chapter.id}.`))
  return at < 0 ? CHAPTERS.length : at
}

function Experiment({ id, tried }: { id: string; tried: Tried }) {
  const chapter = CHAPTERS[placeOf(id)]
  const { predicted, seen, happened } = tried
  return (
    <table className={styles.table}>
      <caption>
        <strong>{tried.title ?? id}</strong>
        {chapter && ` · chapter ${chapter.number}`} · {surenessOf(tried)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Predicted</th>
          <th scope="col">Seen</th>
          <th scope="col">Happened</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(happened).map(([question, what]) => (
          <tr key={question}>
            <th scope="row">{question}</th>
            <td data-label="Predicted">{compared(predicted?.[question], what)}</td>
            <td data-label="Seen">{compared(seen?.[question], what)}</td>
            <td data-label="Happened">{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function surenessOf({ predicted, sure }: Tried): string {
  if (!predicted) return 'prediction skipped'
  return SURENESS.find(({ value }) => value === sure)?.label.toLowerCase() ?? 'not said how sure'
}

function compared(answer: string | undefined, what: string): string {
  if (answer === undefined) return '–'
  return `${answer} (${answer === what ? 'right' : 'not so'})`
}
