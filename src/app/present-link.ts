/** Where a run is presented. Without one it is the talk there is, under the settings of the link. */
export function presentLink(link: string, hasRun: boolean): string {
  const address = new URL(link)
  if (!hasRun) address.searchParams.delete('run')
  address.searchParams.set('presenter', '1')
  return address.href
}
