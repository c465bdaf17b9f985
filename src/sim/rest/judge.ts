import type { RestMethod } from './request.ts'
import type { Start } from './resources.ts'
import { SAMPLES } from './samples.ts'
import { type Effect, effectOf, TIMES, type Trial, tryTimes } from './trial.ts'

/** What HTTP says of a method (RFC 9110, sections 9.2.1 and 9.2.2). */
export type Quality = 'safe' | 'idempotent'

/** Whether a method has a quality in every run, and the run that decides it or shows it best. */
export interface Finding {
  readonly holds: boolean
  readonly trial: Trial
  /** How many runs were made. */
  readonly runs: number
}

const BREAKS: Readonly<Record<Quality, readonly Effect[]>> = {
  safe: ['once', 'again'],
  idempotent: ['again'],
}

/** Runs of every request of a method that has no key, from every start. */
function trialsOf(method: RestMethod): Trial[] {
  const samples = SAMPLES.filter(
    ({ request }) => request.method === method && request.headers['Idempotency-Key'] === undefined,
  )
  const starts: Start[] = ['user', 'nobody']
  return samples.flatMap(({ id }) => starts.map(start => tryTimes(id, start, TIMES.max)))
}

/** What the runs of a method say: a single one that breaks it decides. */
export function judge(method: RestMethod, quality: Quality): Finding {
  const trials = trialsOf(method)
  const broken = trials.find(trial => BREAKS[quality].includes(effectOf(trial)))
  // Where nothing breaks it, a run in which something happens tells more than one in which nothing does.
  const shown = broken ?? trials.find(trial => effectOf(trial) !== 'none') ?? trials[0]
  if (!shown) throw new Error(`There is no request of ${method}.`)
  return { holds: broken === undefined, trial: shown, runs: trials.length }
}
