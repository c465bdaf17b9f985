import { createStore } from 'zustand/vanilla'
import { NOTHING, progressFrom } from './read.ts'

/** How sure somebody is of what they predict. */
export type Sureness = 'guess' | 'rather' | 'certain'

/** What was answered to the questions of an experiment, by the question's id; kept, in words: question → answer. */
export type Answers = Readonly<Record<string, string>>

/** What one learner predicted and saw in an experiment; the last time counts. */
export interface Tried {
  /** What the experiment is called; left out, its id has to do. */
  readonly title?: string
  /** In words, as the report prints them: question → answer. Null where one skipped it. */
  readonly predicted: Answers | null
  readonly sure: Sureness | null
  readonly seen: Answers | null
  readonly happened: Answers
}

/** An answer to a question of the quiz, and how sure one said to be; null where one did not say. */
export interface QuizAnswer {
  readonly answer: string
  readonly sure: Sureness | null
}

/** What a learner has done. It stays on the device, and nothing depends on it. */
export interface Progress {
  /** By the experiment's id, `chapter.name`. */
  readonly tried: Readonly<Record<string, Tried>>
  /** Challenges that were met: by id, the address of the run that met it. */
  readonly challenges: Readonly<Record<string, string>>
  /** Questions of the quiz: by id, the answer that was given first. */
  readonly quiz: Readonly<Record<string, QuizAnswer>>
}

const KEY = 'double-charge-simulator.progress'

/** What was kept on the device; nothing where storage is forbidden or holds something else. */
function kept(): Progress {
  try {
    return progressFrom(JSON.parse(window.localStorage.getItem(KEY) ?? 'null'))
  } catch {
    return NOTHING
  }
}

export const progress = createStore<Progress>(kept)

/** What another page has kept meanwhile stays; where both have something, this one's is newer. */
function merged(theirs: Progress, ours: Progress): Progress {
  return {
    tried: { ...theirs.tried, ...ours.tried },
    challenges: { ...theirs.challenges, ...ours.challenges },
    quiz: { ...theirs.quiz, ...ours.quiz },
  }
}

progress.subscribe(now => {
  try {
    if (now === NOTHING) window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, JSON.stringify(merged(kept(), now)))
  } catch {
    // A frame that may store nothing: it lasts as long as the page does.
  }
})

/** Remembers how an experiment went. */
export function keepTried(id: string, tried: Tried): void {
  progress.setState(({ tried: before }) => ({ tried: { ...before, [id]: tried } }))
}

/** Remembers that a challenge was met, and by which run. */
export function keepChallenge(id: string, address: string): void {
  progress.setState(({ challenges }) => ({ challenges: { ...challenges, [id]: address } }))
}

/** Remembers the first answer to a question of the quiz. */
export function keepQuiz(id: string, answer: QuizAnswer): void {
  progress.setState(({ quiz }) => ({ quiz: { [id]: answer, ...quiz } }))
}

/** Forgets all of it, on the device too. */
export function forgetProgress(): void {
  progress.setState(NOTHING, true)
}
