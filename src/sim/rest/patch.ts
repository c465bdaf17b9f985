import type { Representation } from './resources.ts'

/** The media types of the two patches the small API knows, and of nothing else. */
export const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  steps: 'application/json-patch+json',
} as const

const isObject = (value: unknown): value is Representation =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A user patched; null where the patch cannot be done, and then nothing of it is. */
export function patched(
  user: Representation,
  type: string | undefined,
  body: unknown,
): Representation | null {
  if (type === PATCH_TYPES.merge) return isObject(body) ? merged(user, body) : null
  if (type !== PATCH_TYPES.steps || !Array.isArray(body)) return null
  return body.reduce<Representation | null>((so, step) => so && added(so, step), user)
}

/** RFC 7396, one level deep: fields are set, and those that are null go. */
function merged(user: Representation, patch: Representation): Representation {
  const left = Object.entries({ ...user, ...patch }).filter(([name]) => patch[name] !== null)
  return Object.fromEntries(left)
}

/** RFC 6902, of it only `add` to the end of an array: the step whose result depends on what is there. */
function added(user: Representation, step: unknown): Representation | null {
  if (!isObject(step) || step.op !== 'add') return null
  const name = /^\/(\w+)\/-$/.exec(String(step.path))?.[1]
  const array = name === undefined ? undefined : user[name]
  return name !== undefined && Array.isArray(array) ? { ...user, [name]: [...array, step.value] } : null
}
