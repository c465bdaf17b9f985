import type { Answers } from '../progress/progress.ts'

/** One thing to predict: a question with a few answers. The answer is told from what happens, not from a list. */
export interface Ask {
  readonly id: string
  readonly question: string
  /** The same, asked afterwards. */
  readonly past?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** What is predicted, run, observed and explained in one go. */
export interface Experiment {
  /** `chapter.name`, by which progress and report know it. */
  readonly id: string
  readonly title: string
  readonly asks: readonly Ask[]
}

/** An answer in words; what is none of the options as it is. */
export function labelOf(ask: Ask, value: string | undefined): string {
  if (value === undefined) return '–'
  return ask.options.find(option => option.value === value)?.label ?? value
}

/** Answers as a report prints them: question → answer, both in words. */
export function inWords(asks: readonly Ask[], answers: Answers): Answers {
  return Object.fromEntries(asks.map(ask => [ask.past ?? ask.question, labelOf(ask, answers[ask.id])]))
}

/** How often one is charged. */
export const CHARGES: Ask = {
  id: 'charges',
  question: 'How many times will you be charged?',
  past: 'How many times were you charged?',
  options: ['0', '1', '2', '3'].map(value => ({ value, label: value })),
}

/** What is left of $1,000.00. */
export const BALANCE: Ask = {
  id: 'balance',
  question: 'What will be left of $1,000?',
  past: 'What is left of $1,000?',
  options: [1000, 900, 800, 700].map(dollars => ({
    value: String(dollars * 100),
    label: dollars === 1000 ? '$1,000' : `$${dollars}`,
  })),
}
