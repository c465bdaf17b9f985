import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { type Answers, keepTried, type Sureness } from '../progress/progress.ts'
import { Comparison } from './Comparison.tsx'
import { type Experiment, inWords } from './experiment.ts'
import styles from './Predict.module.css'
import { Questions } from './Questions.tsx'
import { SURENESS } from './sureness.ts'

interface PredictProps {
  experiment: Experiment
  /** What happened, by the questions' ids; null as long as that is not to be seen yet. */
  happened: Answers | null
  /** Starts the run. */
  onRun: () => void
  /** The event that decided it, in a few sentences; shown last. */
  explanation: ReactNode
  /** What the button says that runs it: "Press Pay twice". */
  run?: string
}

interface Ended {
  readonly happened: Answers
  readonly explanation: ReactNode
}

type Phase = 'predict' | 'run' | 'observe' | 'explain'
const STEPS: readonly { readonly phase: Phase; readonly name: string }[] = [
  { phase: 'predict', name: 'Predict' },
  { phase: 'run', name: 'Run' },
  { phase: 'observe', name: 'Observe' },
  { phase: 'explain', name: 'Explain' },
]

/**
 * Predict, run, observe, explain: one commits oneself, sees it, says what one saw, and reads what decided it. All but the
 * run can be skipped, and nothing is timed.
 */
export function Predict({ experiment, happened, onRun, explanation, run = 'Run' }: PredictProps) {
  const { id, title, asks } = experiment
  const [phase, setPhase] = useState<Phase>('predict')
  const [guess, setGuess] = useState<Answers>({})
  const [predicted, setPredicted] = useState<Answers | null>(null)
  const [sure, setSure] = useState<Sureness>('guess')
  const [seen, setSeen] = useState<Answers>({})
  // As it was at the end of that run: the lab may go on, and end otherwise.
  const [ended, setEnded] = useState<Ended | null>(null)
  const body = useRef<HTMLDivElement>(null)

  // A run that was skipped to needs no observation: what happened is told at once.
  useEffect(() => {
    if (phase !== 'run' || happened === null) return
    setEnded({ happened, explanation })
    setPhase(predicted ? 'observe' : 'explain')
  }, [phase, happened, explanation, predicted])

  useEffect(() => {
    if (phase === 'explain' && ended)
      keepTried(id, {
        title,
        predicted: predicted && inWords(asks, predicted),
        sure: predicted && sure,
        seen: Object.keys(seen).length > 0 ? inWords(asks, seen) : null,
        happened: inWords(asks, ended.happened),
      })
  }, [phase, ended, id, title, asks, predicted, sure, seen])

  function go(next: Phase) {
    setPhase(next)
    // The button that was pressed goes; the step that comes takes over its focus.
    body.current?.focus({ preventScroll: true })
  }
  function start(answers: Answers | null) {
    setPredicted(answers)
    setSeen({})
    go('run')
    onRun()
  }
  const isAnswered = (answers: Answers) => asks.every(ask => answers[ask.id] !== undefined)

  return (
    <Sheet label={`Prediction: ${title}`} className={styles.predict}>
      <ol className={styles.steps} aria-label="Steps">
        {STEPS.map(step => (
          <li key={step.phase} aria-current={step.phase === phase ? 'step' : undefined}>
            {step.name}
          </li>
        ))}
      </ol>
      <div ref={body} tabIndex={-1} className={styles.body} data-phase={phase}>
        {phase === 'predict' && (
          <>
            <p className={styles.lead}>{title}</p>
            <Questions asks={asks} answers={guess} onAnswer={setGuess} />
            <Segments label="How sure are you?" options={SURENESS} value={sure} onChange={setSure} />
            <div className={styles.actions}>
              <Button
                variant="primary"
                disabled={!isAnswered(guess)}
                reason="Answer first what you expect, or skip it."
                onClick={() => start(guess)}
              >
                Commit and {lowerFirst(run)}
              </Button>
              <Button variant="quiet" onClick={() => start(null)}>
                Skip the prediction
              </Button>
            </div>
          </>
        )}
        {phase === 'run' && <p className={styles.waits}>Watch it to its end …</p>}
        {phase === 'observe' && (
          <>
            <p className={styles.lead}>What did you see?</p>
            <Questions asks={asks} answers={seen} onAnswer={setSeen} past />
            <div className={styles.actions}>
              <Button
                variant="primary"
                disabled={!isAnswered(seen)}
                reason="Say first what you saw, or skip it."
                onClick={() => go('explain')}
              >
                Compare
              </Button>
              <Button variant="quiet" onClick={() => go('explain')}>
                Skip
              </Button>
            </div>
          </>
        )}
        {phase === 'explain' && ended && (
          <>
            <Comparison asks={asks} predicted={predicted} seen={seen} happened={ended.happened} />
            <div className={styles.explanation}>{ended.explanation}</div>
            <Button
              onClick={() => {
                setGuess({})
                go('predict')
              }}
            >
              Predict again
            </Button>
          </>
        )}
      </div>
    </Sheet>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
