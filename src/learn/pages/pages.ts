import type { ComponentType } from 'react'

/** A page beside the chapters: to be printed, most of all. */
export interface LearnPage {
  /** Stands in the address (`#/learn/teachers`): public, never changes. */
  readonly id: string
  readonly title: string
  /** What one finds there, in a line. */
  readonly lead: string
  readonly load: () => Promise<ComponentType>
}

/** Every page beside the chapters, in the order in which the list names them. */
export const LEARN_PAGES: readonly LearnPage[] = [
  {
    id: 'teachers',
    title: 'For teachers',
    lead: 'Goal, minutes, questions and answers of every chapter, and how to put a lab into a course page.',
    load: () => import('./Teachers.tsx').then(({ Teachers }) => Teachers),
  },
  {
    id: 'lesson',
    title: 'A 20-minute lesson',
    lead: 'Predict, break, explain, cure, race: five links to show to a class, and one to take home.',
    load: () => import('./Lesson.tsx').then(({ Lesson }) => Lesson),
  },
  {
    id: 'report',
    title: 'What I predicted and saw',
    lead: 'Your predictions, what happened, the challenges you met and your quiz, to print.',
    load: () => import('./Report.tsx').then(({ Report }) => Report),
  },
]
