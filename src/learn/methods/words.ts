import {
  effectOf,
  isSame,
  type Quality,
  type Reply,
  type Resources,
  type Sample,
  type Trial,
} from '../../sim/index.ts'

const COUNTS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
] as const

/** A small number in words. */
function inWords(count: number): string {
  return COUNTS[count] ?? String(count)
}

/** "once", "twice", "ten times". */
export function timesInWords(times: number): string {
  if (times === 1) return 'once'
  return times === 2 ? 'twice' : `${inWords(times)} times`
}

/** `POST /payments, with a key`. */
export function nameOf({ request, variant }: Sample): string {
  const name = `${request.method} ${request.path}`
  return variant === '' ? name : `${name}, ${variant.charAt(0).toLowerCase()}${variant.slice(1)}`
}

/** "204, then 404 nine times". */
export function statusesInWords(replies: readonly Reply[]): string {
  const runs: { status: number; times: number }[] = []
  for (const { status } of replies) {
    const last = runs.at(-1)
    if (last?.status === status) last.times += 1
    else runs.push({ status, times: 1 })
  }
  return runs
    .map(({ status, times }) => (times === 1 ? String(status) : `${status} ${timesInWords(times)}`))
    .join(', then ')
}

/** What a run shows, in a sentence. */
export function effectInWords(trial: Trial): string {
  const { replies } = trial
  const effect = effectOf(trial)
  if (effect === 'none') return 'Nothing changed. In this run it is safe, and so idempotent.'
  if (replies.length === 1)
    return 'It changed something. Send it more than once to see what a second one does.'
  if (effect === 'again') return 'Each of them changed something. It is not idempotent.'
  return 'The first changed something, those after it nothing. In this run it is idempotent.'
}

/** What is stored, a line for each place: its path and what is there. */
export function linesOf({ users, payments, saved }: Resources): { path: string; text: string }[] {
  const [first] = payments
  const list = payments.length > 1 ? `${first?.id} … ${payments.at(-1)?.id}` : (first?.id ?? 'none')
  const lines = [
    { path: '/users/1', text: users[1] ? JSON.stringify(users[1].value) : 'nobody' },
    { path: '/payments', text: first ? `${payments.length} × ${first.amount} (${list})` : 'none' },
  ]
  const keys = Object.entries(saved).map(([key, { reply }]) => `${key}: ${reply.status}`)
  return keys.length > 0 ? [...lines, { path: 'saved answers', text: keys.join(', ') }] : lines
}

/** Why a method has a quality or has it not, told by a run of it. */
export function reasonOf(quality: Quality, holds: boolean, trial: Trial, runs: number, name: string): string {
  const many = timesInWords(trial.times)
  if (quality === 'safe')
    return holds
      ? `In ${noneOf(runs)} runs did it change anything.`
      : `${name} changed what is stored: ${difference(trial.before, trial.afterOne)}.`
  if (!holds)
    return `${name}: sent ${many} it left more than sent once: ${difference(trial.afterOne, trial.afterAll)}.`
  const answers = new Set(trial.replies.map(({ status }) => status)).size
  const same = `In ${noneOf(runs)} runs did sending it ${many} leave anything other than what sending it once leaves.`
  return answers > 1
    ? `${same} The answers differ (${statusesInWords(trial.replies)}), the effect does not.`
    : same
}

/** What differs between two states: "one payment became ten". */
function difference(one: Resources, other: Resources): string {
  if (isSame(one, other)) return 'nothing changed'
  const told = [
    ...differenceOfUser(one.users[1]?.value, other.users[1]?.value),
    ...(one.payments.length === other.payments.length
      ? []
      : [became(one.payments.length, other.payments.length, 'payment')]),
  ]
  return told.join(', and ')
}

const became = (was: number, now: number, what: string) =>
  `${inWords(was)} ${what}${was > 1 ? 's' : ''} became ${now === 0 ? 'none' : inWords(now)}`

/** A user that was made or deleted, or else what became of each of its fields. */
function differenceOfUser(one: unknown, other: unknown): string[] {
  if (one === undefined && other === undefined) return []
  if (one === undefined) return ['user 1 was made']
  if (other === undefined) return ['user 1 was deleted']
  const [was, now] = [fieldsOf(one), fieldsOf(other)]
  return [...new Set([...Object.keys(was), ...Object.keys(now)])].flatMap(name => {
    const [before, after] = [was[name], now[name]]
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    if (Array.isArray(before) || Array.isArray(after))
      return [became(lengthOf(before), lengthOf(after), name.replace(/s$/, ''))]
    return [`the ${name} ${before ?? 'none'} became ${after ?? 'none'}`]
  })
}

const fieldsOf = (value: unknown) => value as Readonly<Record<string, unknown>>
const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0)

function noneOf(runs: number): string {
  return runs === 2 ? 'neither of the two' : `none of the ${inWords(runs)}`
}
