import type { SqlAnswer } from '../../engines/sql.ts'
import type { Experiment } from '../predict/experiment.ts'
import type { Answers } from '../progress/progress.ts'
import { type AppRun, endOf } from './app-run.ts'

export const TWICE_EXPERIMENT: Experiment = {
  id: 'unique-constraint.twice',
  title: 'The same INSERT twice',
  asks: [
    {
      id: 'rows',
      question: 'How many rows after two INSERTs?',
      past: 'How many rows are there?',
      options: ['0', '1', '2'].map(value => ({ value, label: value })),
    },
    {
      id: 'second',
      question: 'What will the second INSERT say?',
      past: 'What did the second INSERT say?',
      options: [
        { value: 'changed', label: '1 row changed' },
        { value: 'nothing', label: '0 rows, no error' },
        { value: 'refused', label: 'An error' },
      ],
    },
    {
      id: 'told',
      question: 'What should the client be told then?',
      past: 'What did the app tell the client?',
      options: [
        { value: 'success', label: 'Success' },
        { value: 'conflict', label: 'Conflict (409)' },
        { value: 'failure', label: 'Server error (500)' },
      ],
    },
  ],
}

/** What the database said in the console, and what the app made of it. */
export function whatHappened({ results, tables }: SqlAnswer, app: AppRun): Answers {
  const second = results.filter(({ sql }) => sql.startsWith('INSERT'))[1]
  const { status } = endOf(app).second
  return {
    rows: String(tables.find(({ name }) => name === 'payments')?.rows.length),
    second: second?.error ? 'refused' : second?.changes === 0 ? 'nothing' : 'changed',
    told: status < 300 ? 'success' : status === 409 ? 'conflict' : 'failure',
  }
}
