import { type Leaf, type Path, QUESTIONS, type Question } from './path.ts'
import { newestOf } from './use-paths.ts'

/** Which parts of the chart light up. */
export interface Lit {
  readonly questions: ReadonlySet<Question>
  /** By question: which of its ways out are taken. */
  readonly ways: Readonly<Record<Question, { readonly yes: boolean; readonly no: boolean }>>
  readonly leaves: ReadonlySet<Leaf>
}

/** What is being decided now, of as many requests as there are; while nothing is, the way of the one that moved last. */
export function litBy(paths: readonly Path[]): Lit {
  const deciding = paths.filter(({ stands }) => stands === 'decides')
  const newest = newestOf(paths)
  const shown = deciding.length > 0 ? deciding : newest ? [newest] : []
  const took = (question: Question, yes: boolean) =>
    shown.some(({ asked }) => asked.some(each => each.question === question && each.yes === yes))
  const questions = QUESTIONS.filter(
    question =>
      took(question, true) || took(question, false) || shown.some(path => asksNow(path) === question),
  )
  return {
    questions: new Set(questions),
    ways: Object.fromEntries(
      QUESTIONS.map(question => [question, { yes: took(question, true), no: took(question, false) }]),
    ) as Lit['ways'],
    leaves: new Set(shown.flatMap(({ leaf }) => leaf ?? [])),
  }
}

/** The question a request stands at; null where it stands at none. */
function asksNow({ stands, leaf, asked }: Path): Question | null {
  return stands === 'decides' && leaf === null ? (QUESTIONS[asked.length] ?? null) : null
}

/** Where in the chart a request's disc stands: at the way in, at a question, or at a leaf. */
export function slotOf(path: Path): string {
  if (path.leaf) return path.leaf
  return asksNow(path) ?? 'entry'
}
