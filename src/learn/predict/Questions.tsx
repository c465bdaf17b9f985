import { Segments } from '../../ui/Segments.tsx'
import type { Answers } from '../progress/progress.ts'
import type { Ask } from './experiment.ts'

interface QuestionsProps {
  asks: readonly Ask[]
  answers: Answers
  onAnswer: (answers: Answers) => void
  /** After the run: "How many times were you charged?" */
  past?: boolean
}

/** Whether each question has its answer. */
export function isAnswered(asks: readonly Ask[], answers: Answers): boolean {
  return asks.every(ask => answers[ask.id] !== undefined)
}

/** The questions of an experiment, each with its answers side by side. */
export function Questions({ asks, answers, onAnswer, past = false }: QuestionsProps) {
  return asks.map(ask => (
    <Segments
      key={ask.id}
      label={past ? (ask.past ?? ask.question) : ask.question}
      options={ask.options}
      value={answers[ask.id] ?? ''}
      onChange={value => onAnswer({ ...answers, [ask.id]: value })}
    />
  ))
}
