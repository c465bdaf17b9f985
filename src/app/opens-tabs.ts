/** A sandbox without an origin lets no link open a tab. A page from a disk has no origin either, but no sandbox around it. */
export function opensTabs(): boolean {
  return window.origin !== 'null' || window.location.protocol === 'file:'
}
