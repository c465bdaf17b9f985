import { isSameSubject, type NoValue, type Subject, type Survey, TRIED } from '../../sim/index.ts'

const NO_VALUES: Readonly<Record<NoValue, string>> = {
  'divides-by-zero': 'divides by zero',
  'too-large': 'too large for a number',
}

/** A number as it is written here: with a minus sign that is one. */
export function numberInWords(x: number): string {
  return String(x).replace('-', '−')
}

/** What there is: a number, or how many rows and which; or why there is nothing. */
export function subjectInWords(subject: Subject | NoValue): string {
  if (typeof subject === 'string') return NO_VALUES[subject]
  if (subject.kind === 'x') return numberInWords(subject.x)
  if (subject.rows.length === 0) return 'no rows'
  return subject.rows.map(({ id, name }) => `${id} ${name}`).join(', ')
}

/** "x", "f(x)", "f(f(x))", "3 times". */
export function timesName(times: number): string {
  return ['x', 'f(x)', 'f(f(x))'][times] ?? `${times} times`
}

/** What applying it twice shows against applying it once; '' while there is nothing to compare. */
export function comparisonInWords(chain: readonly (Subject | NoValue)[]): string {
  const [, once, twice] = chain
  if (once === undefined) return ''
  if (typeof once === 'string') return `f(x) has no value here: it ${causeOf(once)}.`
  if (twice === undefined) return ''
  if (typeof twice === 'string') return `f(f(x)) has no value here: it ${causeOf(twice)}.`
  return isSameSubject(once, twice)
    ? 'f(f(x)) = f(x): from this start, twice leaves what once leaves.'
    : 'f(f(x)) ≠ f(x): twice does not leave what once leaves. It is not idempotent; one start is enough to show that.'
}

const causeOf = (none: NoValue) => (none === 'too-large' ? 'is too large for a number' : 'divides by zero')

/** What many starts show. */
export function surveyInWords({ tried, holds, without, counterexample }: Survey): string {
  const where =
    counterexample === null || counterexample.at.kind === 'x' || tried > 2
      ? `${tried} whole numbers from ${numberInWords(TRIED.from)} to ${TRIED.to}`
      : `${tried} tables, with user 1 and without`
  const none = without > 0 ? ` At ${without} of them it has no value.` : ''
  if (counterexample === null) {
    if (holds === 0) return `At none of ${where} does it have a value.`
    return `${holds === tried ? 'At each' : `At ${holds}`} of ${where}, f(f(x)) is f(x).${none} That proves it for these, and for no others.`
  }
  const { at, once, twice } = counterexample
  return `At ${holds} of ${where}, f(f(x)) is f(x).${none} But from ${subjectInWords(at)}: f(x) is ${subjectInWords(once)}, f(f(x)) is ${subjectInWords(twice)}.`
}
