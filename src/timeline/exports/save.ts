/** How long a browser may take to begin with a download, in milliseconds. */
const BEGINS_WITHIN_MS = 60_000

/** Hands a file to the browser, which puts it where downloads go. A frame may be forbidden to; nothing tells us so. */
export function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Firefox reads it only after the click is done.
  setTimeout(() => URL.revokeObjectURL(link.href), BEGINS_WITHIN_MS)
}
