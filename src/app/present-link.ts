import { routeOf } from './route.ts'

/** Where a run is presented; from a chapter it is the main room. Without a run it is the talk there is, under the settings of the link. */
export function presentLink(link: string, hasRun: boolean): string {
  const address = new URL(link)
  if (!hasRun) address.searchParams.delete('run')
  address.searchParams.set('presenter', '1')
  if (routeOf(address.hash) === 'learn') address.hash = ''
  return address.href
}
