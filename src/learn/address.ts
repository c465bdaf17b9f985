/**
 * An address that was kept on the device, if it leads to this very site; else null. What storage holds may be anybody's:
 * a link made of it must not run a script or lead elsewhere.
 */
export function ownAddress(kept: string): string | null {
  const { origin, pathname, href } = window.location
  if (!URL.canParse(kept, href)) return null
  const url = new URL(kept, href)
  return /^https?:$/.test(url.protocol) && url.origin === origin && url.pathname === pathname
    ? url.href
    : null
}
