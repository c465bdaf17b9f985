import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import { usePlace } from '../place.ts'
import { forgetProgress, progress } from '../progress/progress.ts'
import { ChallengesMet } from './ChallengesMet.tsx'
import { ExperimentsTried } from './ExperimentsTried.tsx'
import { Printable } from './Printable.tsx'
import { QuizTaken } from './QuizTaken.tsx'
import styles from './Report.module.css'

/** What one learner predicted, saw, met and answered, to print. */
export function Report() {
  const { tried, challenges, quiz } = useStore(progress)
  const { addressOf } = usePlace()
  const isEmpty = [tried, challenges, quiz].every(part => Object.keys(part).length === 0)
  return (
    <Printable
      id="report"
      title="What I predicted and saw"
      intro={
        <p>
          It is kept on this device only, if the browser lets a page keep anything; if not, it lasts as long
          as this page is open. Your name is not kept at all.
        </p>
      }
      actions={isEmpty ? null : <ForgetAll />}
    >
      <NameAndDate />
      {isEmpty ? (
        <p className={styles.empty}>
          Nothing yet. Predict something in one of the <a href={addressOf('')}>chapters</a>, or take the{' '}
          <a href={addressOf('summary')}>quiz</a>: what you predicted, saw and answered appears here, with how
          sure you were, and with the run of each challenge you met.
        </p>
      ) : (
        <>
          <ExperimentsTried tried={tried} />
          <ChallengesMet challenges={challenges} />
          <QuizTaken quiz={quiz} />
        </>
      )}
    </Printable>
  )
}

/** Whose report it is, and of which day: both for the paper alone. */
function NameAndDate() {
  const [name, setName] = useState('')
  const [today] = useState(() => new Date().toLocaleDateString(undefined, { dateStyle: 'long' }))
  return (
    <div className={styles.who}>
      <label className={styles.name}>
        Name
        <input
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={event => setName(event.target.value)}
        />
      </label>
      <p>{today}</p>
    </div>
  )
}

/** Forgetting cannot be undone, so it is asked once more, in place. */
function ForgetAll() {
  const [asks, setAsks] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  function ask(now: boolean) {
    setAsks(now)
    box.current?.focus({ preventScroll: true })
  }
  return (
    <div ref={box} tabIndex={-1} className={styles.forget}>
      {asks ? (
        <>
          <span>Forget all of it, for good?</span>
          <Button onClick={forgetProgress}>Yes, forget it</Button>
          <Button variant="quiet" onClick={() => ask(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button variant="quiet" onClick={() => ask(true)}>
          Forget all
        </Button>
      )}
    </div>
  )
}
