import { effectOf, isSame, type Resources, sampleOf, type Trial } from '../../sim/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Statuses } from './Statuses.tsx'
import styles from './Trials.module.css'
import { effectInWords, linesOf, nameOf, timesInWords } from './words.ts'

/** Where one is taken to see a run. */
export const TRIALS_ID = 'methods-trials'

/** What became of what was sent: the state before, after one, after all, and every answer. */
export function Trials({ trials }: { trials: readonly Trial[] }) {
  return (
    <Sheet heading="What happened" level={3} id={TRIALS_ID} tabIndex={-1} className={styles.sheet}>
      {trials.length === 0 && (
        <p className={styles.empty}>
          Here you will see what is stored before, after one request and after all of them, and every answer.
        </p>
      )}
      {trials.map(trial => (
        <TrialView key={trial.sample} trial={trial} />
      ))}
    </Sheet>
  )
}

function TrialView({ trial }: { trial: Trial }) {
  const { before, afterOne, afterAll, replies } = trial
  const sample = sampleOf(trial.sample)
  const effect = effectOf(trial)
  const isOneAll = replies.length === 1
  return (
    <section className={styles.trial} aria-label={`${nameOf(sample)}, ${timesInWords(trial.times)}`}>
      <p className={styles.what}>
        <code>{nameOf(sample)}</code> {timesInWords(trial.times)}
        {sample.lastly && ', then once with another amount'}
      </p>
      <div className={styles.states}>
        <Snapshot name="Before" state={before} />
        <Snapshot
          name="After 1"
          state={afterOne}
          note={isSame(before, afterOne) ? 'nothing changed' : 'changed'}
        />
        {!isOneAll && (
          <Snapshot
            name={`After ${replies.length}`}
            state={afterAll}
            note={effect === 'again' ? 'changed again' : 'the same as after 1'}
            tone={effect === 'again' ? 'lost' : 'safe'}
          />
        )}
      </div>
      <Statuses replies={replies} />
      <p className={styles.effect} data-testid="effect">
        {effectInWords(trial)}
      </p>
    </section>
  )
}

interface SnapshotProps {
  name: string
  state: Resources
  note?: string
  tone?: 'lost' | 'safe'
}

function Snapshot({ name, state, note, tone }: SnapshotProps) {
  const icon = tone && (tone === 'safe' ? 'check' : 'warning')
  return (
    <div className={styles.state}>
      <p className={styles.name}>
        {name}{' '}
        {note && (
          <Chip tone={tone ?? 'plain'} icon={icon}>
            {note}
          </Chip>
        )}
      </p>
      <dl className={styles.lines}>
        {linesOf(state).map(({ path, text }) => (
          <div key={path}>
            <dt>{path}</dt>
            <dd>
              <code>{text}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
