/** To be built. */
export function Lab() {
  return null
}
