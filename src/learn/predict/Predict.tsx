import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSimulator } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { type Answers, keepTried, type Sureness } from '../progress/progress.ts'
import { Asking } from './Asking.tsx'
import { Comparison } from './Comparison.tsx'
import { type Experiment, inWords } from './experiment.ts'
import { Observing } from './Observing.tsx'
import styles from './Predict.module.css'
import { type Phase, Steps } from './Steps.tsx'
import { Waiting } from './Waiting.tsx'

interface PredictProps {
  experiment: Experiment
  /** What happened, by the questions' ids; null as long as that is not to be seen yet. */
  happened: Answers | null
  /** Starts the run. */
  onRun: () => void
  /** Why the run came to nothing: then one is asked again. '' when it did not. */
  problem?: string
  /** The event that decided it, in a few sentences; shown last. */
  explanation: ReactNode
  /** What the button says that runs it: "Press Pay twice". */
  run?: string
  /** What there is to do until the run is over, where it is more than to watch. */
  waits?: string
}

interface Ended {
  readonly happened: Answers
  readonly explanation: ReactNode
}

/**
 * Predict, run, observe, explain: one commits oneself, sees it, says what one saw, and reads what decided it. All but the
 * run can be skipped, and nothing is timed.
 */
export function Predict(props: PredictProps) {
  const { experiment, happened, onRun, problem = '', explanation } = props
  const { run = 'Run', waits = 'Watch it to its end …' } = props
  const { id, title, asks } = experiment
  const simulator = useSimulator()
  const [phase, setPhase] = useState<Phase>('predict')
  const [guess, setGuess] = useState<Answers>({})
  const [predicted, setPredicted] = useState<Answers | null>(null)
  const [sure, setSure] = useState<Sureness | null>(null)
  const [seen, setSeen] = useState<Answers>({})
  // As it was at the end of that run: the lab may go on, and end otherwise.
  const [ended, setEnded] = useState<Ended | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const saidBefore = useRef(simulator.state.announcement)

  // A run that was skipped to needs no observation: what happened is told at once.
  useEffect(() => {
    if (phase !== 'run' || happened === null) return
    setEnded({ happened, explanation })
    setPhase(predicted ? 'observe' : 'explain')
    if (!predicted) return
    // What the lab itself has just said would be superseded: it is said along.
    const { announcement } = simulator.state
    const told = announcement === saidBefore.current ? '' : `${announcement?.text} `
    simulator.announce(`${told}It is over. Now say what you saw.`)
  }, [phase, happened, explanation, predicted, simulator])

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
    // What stands below shall not jump with each step: the place stays as high as it was.
    if (body.current)
      body.current.style.minHeight = next === 'predict' ? '' : `${body.current.offsetHeight}px`
    setPhase(next)
    // The button that was pressed goes; the step that comes takes over its focus.
    body.current?.focus({ preventScroll: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that has failed is told of once
  useEffect(() => {
    if (phase !== 'run' || !problem) return
    go('predict')
    simulator.announce(problem)
  }, [phase, problem])

  function start(answers: Answers | null) {
    setPredicted(answers)
    setSeen({})
    saidBefore.current = simulator.state.announcement
    go('run')
    onRun()
  }

  return (
    <Sheet label={`Prediction: ${title}`} className={styles.predict}>
      <Steps phase={phase} />
      <div ref={body} tabIndex={-1} className={styles.body} data-phase={phase}>
        {phase === 'predict' && problem && (
          <Notice tone="unsure" short="no run">
            {problem}
          </Notice>
        )}
        {phase === 'predict' && (
          <Asking
            experiment={experiment}
            run={run}
            guess={guess}
            onGuess={setGuess}
            sure={sure}
            onSure={setSure}
            onStart={start}
          />
        )}
        {phase === 'run' && <Waiting words={waits} asks={asks} predicted={predicted} />}
        {phase === 'observe' && (
          <Observing asks={asks} seen={seen} onSee={setSeen} onDone={() => go('explain')} />
        )}
        {phase === 'explain' && ended && (
          <>
            <Comparison asks={asks} predicted={predicted} seen={seen} happened={ended.happened} />
            <div className={styles.explanation}>{ended.explanation}</div>
            <Button
              onClick={() => {
                setGuess({})
                setSure(null)
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
