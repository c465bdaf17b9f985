import { lazy, Suspense } from 'react'
import { Heading } from '../../ui/Heading.tsx'
import { usePlace } from '../place.ts'
import { RunLink } from '../prose/RunLink.tsx'
import { sessionOf } from '../run.ts'
import styles from './Lesson.module.css'
import { Printable, wholeAddress } from './Printable.tsx'
import { PHASES, type Phase } from './phases.ts'

const QrCode = lazy(() => import('../../ui/QrCode.tsx').then(module => ({ default: module.QrCode })))

/** A lesson as six links. */
export function Lesson() {
  const total = PHASES.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <Printable
      id="lesson"
      title="A 20-minute lesson"
      intro={
        <p>
          Five steps, {total} minutes in all. Each is a link to a run that waits at its beginning until you
          press Play; a sixth link is to take home. Every run repeats to the millisecond, so what you see here
          is what your class will see.
        </p>
      }
    >
      <ol className={styles.phases}>
        {PHASES.map((phase, index) => (
          <Step key={phase.id} phase={phase} number={index + 1} />
        ))}
      </ol>
    </Printable>
  )
}

/** A step: what to open, say, ask and see. */
function Step({ phase, number }: { phase: Phase; number: number }) {
  const { addressOf, runAddress } = usePlace()
  const { title, minutes, run, chapter = '' } = phase
  const href = run ? runAddress(sessionOf(run)) : addressOf(chapter)
  const whole = wholeAddress(href)
  return (
    <li className={styles.phase} data-phase={phase.id}>
      <div className={styles.words}>
        <Heading level={3} className={styles.title}>
          {number}. {title}{' '}
          <span className={styles.minutes}>{minutes > 0 ? `${minutes} minutes` : 'after the lesson'}</span>
        </Heading>
        <p className={styles.open}>
          {run ? <RunLink run={run}>See the run of step {number}</RunLink> : <a href={href}>Open the quiz</a>}
        </p>
        <dl className={styles.parts}>
          <dt>Say</dt>
          <dd>{phase.say}</dd>
          <dt>Ask</dt>
          <dd>{phase.ask}</dd>
          <dt>They see</dt>
          <dd>{phase.see}</dd>
          <dt>No projector</dt>
          <dd>{phase.without}</dd>
        </dl>
        <p className={styles.address}>{whole}</p>
      </div>
      <div className={styles.code}>
        <Suspense>
          <QrCode link={whole} name={`QR code of step ${number}, ${title.toLowerCase()}`} />
        </Suspense>
      </div>
    </li>
  )
}
