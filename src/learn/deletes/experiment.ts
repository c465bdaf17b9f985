import type { Experiment } from '../predict/experiment.ts'
import type { Answers } from '../progress/progress.ts'
import type { DeleteRun } from './delete-run.ts'

const STATUSES = [
  { value: '204', label: '204 deleted' },
  { value: '404', label: '404 not found' },
  { value: '500', label: '500 server error' },
]

export const RETRY_EXPERIMENT: Experiment = {
  id: 'deletes.retry',
  title: 'The same DELETE twice',
  asks: [
    {
      id: 'hard',
      question: 'Hard delete: what will the second DELETE be answered?',
      past: 'Hard delete: what was the second DELETE answered?',
      options: STATUSES,
    },
    {
      id: 'soft',
      question: 'Soft delete: what will the second DELETE be answered?',
      past: 'Soft delete: what was the second DELETE answered?',
      options: STATUSES,
    },
    {
      id: 'time',
      question: 'Which time will deleted_at say in the end?',
      past: 'Which time does deleted_at say?',
      options: [
        { value: '2024-05-01 12:00:00', label: '12:00:00, the first' },
        { value: '2024-05-01 12:00:03', label: '12:00:03, the retry' },
      ],
    },
  ],
}

/** What the two APIs answered the retry, and what the row says. */
export function whatHappened({ steps }: DeleteRun): Answers {
  const [, retry] = steps
  const table = steps.at(-1)?.soft.tables[0]
  const time = table?.rows[0]?.[table.columns.indexOf('deleted_at')]
  return {
    hard: String(retry?.hard.answer.status),
    soft: String(retry?.soft.answer.status),
    time: String(time),
  }
}
