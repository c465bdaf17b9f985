import type { Experiment } from '../predict/experiment.ts'
import type { Run } from '../run.ts'
import { runs } from './runs.ts'

/** What may become of one request. */
export type FateName = 'success' | 'failure' | 'request-lost' | 'ghost'

export interface Fate {
  readonly value: FateName
  readonly label: string
  readonly run: Run
}

/** The article's three, and the one that looks like the third to you. */
export const FATES: readonly Fate[] = [
  { value: 'success', label: 'Success', run: runs.success },
  { value: 'failure', label: 'Failure', run: runs.failure },
  { value: 'request-lost', label: 'Request lost', run: runs['request-lost'] },
  { value: 'ghost', label: 'Answer lost', run: runs.ghost },
]

const BELIEFS = [
  { value: 'paid', label: 'Paid' },
  { value: 'failed', label: 'Not paid' },
  { value: 'unknown', label: 'Nothing' },
]

/** What is predicted of one fate. */
export function experimentOf({ value, label }: Fate): Experiment {
  return {
    id: `networks.${value}`,
    title: `One request: ${label.toLowerCase()}`,
    asks: [
      {
        id: 'charges',
        question: 'How many times will you be charged?',
        past: 'How many times were you charged?',
        options: ['0', '1', '2'].map(count => ({ value: count, label: count })),
      },
      {
        id: 'belief',
        question: 'What will your phone know?',
        past: 'What did your phone know?',
        options: BELIEFS,
      },
    ],
  }
}
