/** A plain object's own properties; null for anything else. What a prototype was made to hold is never read. */
export function ownProperties(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null
  if (Object.getPrototypeOf(value) !== Object.prototype) return null
  return new Map(Object.entries(value))
}
