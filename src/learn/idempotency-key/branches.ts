import type { Tone } from '../../ui/tone.ts'
import type { Leaf, Question } from './path.ts'
import type { runs } from './runs.ts'

/** A question the bank asks of a request. */
export interface Asked {
  /** As it stands in the chart. */
  readonly question: string
  /** As it is told afterwards: “seen before, yes”. */
  readonly told: string
}

export const ASKED: Readonly<Record<Question, Asked>> = {
  key: { question: 'Has it a key?', told: 'has a key' },
  form: { question: 'Well-formed key?', told: 'well formed' },
  seen: { question: 'Seen before?', told: 'seen before' },
  payload: { question: 'Same payload?', told: 'same payload' },
  done: { question: 'First one done?', told: 'first one done' },
}

/** Where a request may end, and how a learner gets one there. */
export interface Branch {
  readonly name: string
  /** What the bank does there. */
  readonly does: string
  /** The answer's status, and the header that tells it from others. */
  readonly answer: string
  readonly tone: Tone
  readonly hint: string
  readonly run: keyof typeof runs
}

export const BRANCHES: Readonly<Record<Leaf, Branch>> = {
  new: {
    name: 'New',
    does: 'Key, charge and answer are saved in one transaction.',
    answer: '201 Created',
    tone: 'way',
    hint: 'One key per payment; press Pay.',
    run: 'new',
  },
  replay: {
    name: 'Replayed',
    does: 'Nothing is charged; the saved answer is sent again.',
    answer: '201, Idempotent-Replayed: true',
    tone: 'safe',
    hint: 'After a timeout, press Pay again.',
    run: 'lost-answer',
  },
  'in-flight': {
    name: 'Still in flight',
    does: 'Nothing is charged; come back later.',
    answer: '409, Retry-After: 1',
    tone: 'unsure',
    hint: 'Press Pay twice in a hurry.',
    run: 'in-flight',
  },
  mismatch: {
    name: 'Other payload',
    does: 'Nothing is charged; the saved answer stays.',
    answer: '422 Unprocessable Content',
    tone: 'unsure',
    hint: 'One key for everything; pay, then a new payment of another amount.',
    run: 'mismatch',
  },
  malformed: {
    name: 'Malformed',
    does: 'Refused before anything is looked up.',
    answer: '400 Bad Request',
    tone: 'unsure',
    hint: 'Send an empty key.',
    run: 'malformed',
  },
  'no-key': {
    name: 'No key',
    does: 'Charged, each time it comes.',
    answer: '201 Created',
    tone: 'lost',
    hint: 'Switch the key off; press Pay.',
    run: 'no-key',
  },
  expired: {
    name: 'Expired',
    does: 'The bank forgot the key: new again, charged again.',
    answer: '201 Created',
    tone: 'lost',
    hint: 'Keep keys for 2 s only; press Pay again long after the charge.',
    run: 'expired',
  },
}
