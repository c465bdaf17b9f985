import { useRef } from 'react'
import { useStore } from 'zustand'
import { classes } from '../../../ui/classes.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { Asked } from './Asked.tsx'
import styles from './Quiz.module.css'
import { QUIZ } from './questions.ts'
import { Result } from './Result.tsx'
import { retake, round, show } from './round.ts'
import { isRight } from './score.ts'

/** The quiz: one question at a time, in a fixed order, never timed; and what came of it. */
export function Quiz() {
  const { at, given } = useStore(round)
  const body = useRef<HTMLDivElement>(null)
  const question = QUIZ[at]

  function go(next: number) {
    show(next)
    // The button that was pressed goes; what comes takes over its focus.
    body.current?.focus({ preventScroll: true })
  }
  return (
    <Sheet label="Quiz" className={styles.quiz}>
      <nav aria-label="Questions">
        <ol className={styles.numbers}>
          {QUIZ.map((each, index) => (
            <li key={each.id}>
              <Step index={index} at={at} right={rightOf(index)} onPress={() => go(index)} />
            </li>
          ))}
          <li>
            <button
              type="button"
              className={classes(styles.number, styles.toResult)}
              aria-current={question ? undefined : 'step'}
              onClick={() => go(QUIZ.length)}
            >
              Result
            </button>
          </li>
        </ol>
      </nav>
      <div ref={body} tabIndex={-1} className={styles.body} data-testid="quiz" data-at={at}>
        {question ? (
          <Asked
            key={question.id}
            question={question}
            number={at + 1}
            given={given[question.id] ?? null}
            onNext={() => go(at + 1)}
          />
        ) : (
          <Result
            given={given}
            onShow={go}
            onRetake={() => {
              retake()
              body.current?.focus({ preventScroll: true })
            }}
          />
        )}
      </div>
    </Sheet>
  )

  function rightOf(index: number): boolean | null {
    const each = QUIZ[index]
    const answer = each && given[each.id]
    return each && answer ? isRight(each, answer) : null
  }
}

interface StepProps {
  index: number
  at: number
  /** Null as long as it is not answered. */
  right: boolean | null
  onPress: () => void
}

/** The way to a question, with how it went. */
function Step({ index, at, right, onPress }: StepProps) {
  return (
    <button
      type="button"
      className={styles.number}
      aria-current={index === at ? 'step' : undefined}
      data-right={right ?? undefined}
      onClick={onPress}
    >
      <VisuallyHidden>Question </VisuallyHidden>
      {index + 1}
      {right !== null && <Icon name={right ? 'check' : 'cross'} size={12} />}
      {right !== null && <VisuallyHidden>{right ? ', right' : ', wrong'}</VisuallyHidden>}
    </button>
  )
}
