import type { Chapter } from './chapter.ts'

/** What the list says of a chapter before it is fetched. */
export interface ChapterEntry {
  /** Stands in the address (`#/learn/networks`): public, never changes. */
  readonly id: string
  /** As the source article counts. */
  readonly number: string
  readonly title: string
  /** What one does in it, in a line. */
  readonly lead: string
  readonly minutes: number
  /** Whether its lab asks for a prediction, which what is said after it would answer. */
  readonly predicts: boolean
  readonly load: () => Promise<Chapter>
}

/** Every chapter, in the order of the article. */
export const CHAPTERS: readonly ChapterEntry[] = [
  {
    id: 'networks',
    number: '1',
    title: 'The scary reality of networks',
    lead: 'Decide what becomes of one request, then guess from the client’s side whether you were charged.',
    minutes: 10,
    predicts: true,
    load: () => import('./networks/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'idempotency',
    number: '2',
    title: 'What idempotency is',
    lead: 'Apply an operation again and again, then crash the consumer of a queue and watch the charge.',
    minutes: 15,
    predicts: true,
    load: () => import('./idempotency/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'idempotency-key',
    number: '3',
    title: 'The idempotency key',
    lead: 'Watch the bank decide about each request: seen, in flight, another payload, or new.',
    minutes: 12,
    predicts: true,
    load: () => import('./idempotency-key/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'simulator',
    number: '4',
    title: 'The double charge simulator',
    lead: 'Keep pressing through the timeouts, and make the balance drop only once. Then five challenges.',
    minutes: 15,
    predicts: true,
    load: () => import('./simulator/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'unique-constraint',
    number: '5a',
    title: 'The unique constraint',
    lead: 'Run the same INSERT twice on a real database, and decide what the client is told.',
    minutes: 15,
    predicts: true,
    load: () => import('./unique-constraint/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'race-condition',
    number: '5b',
    title: 'Redis, Lua and the race',
    lead: 'You say which of two workers goes next: can a payment be charged twice? Then an atomic script.',
    minutes: 20,
    predicts: true,
    load: () => import('./race-condition/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'deletes',
    number: '6',
    title: 'Soft delete and hard delete',
    lead: 'Send the same DELETE twice to both, and see what a retrying client concludes.',
    minutes: 12,
    predicts: true,
    load: () => import('./deletes/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'methods',
    number: '7',
    title: 'The methods of REST',
    lead: 'Send each method once and ten times, and fill in which are safe and which are idempotent.',
    minutes: 12,
    predicts: true,
    load: () => import('./methods/chapter.ts').then(({ chapter }) => chapter),
  },
  {
    id: 'summary',
    number: '8',
    title: 'Summary and quiz',
    lead: 'Five conclusions, each with the run that shows it, and a quiz whose answers are runs.',
    minutes: 15,
    predicts: false,
    load: () => import('./summary/chapter.ts').then(({ chapter }) => chapter),
  },
]
