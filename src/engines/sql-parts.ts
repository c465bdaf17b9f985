/**
 * Fetches the parts an engine is made of, side by side.
 *
 * @param totalBytes of all of them unpacked: what is counted on arrival, whatever a server packs on the way; 0 if unknown
 * @param progress gets the share that has arrived, 0…1; 0 again and again where it is unknown, and 1 at the end
 * @throws where one of them cannot be had
 */
export async function fetchParts(
  urls: readonly string[],
  totalBytes: number,
  progress: (share: number) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  let arrived = 0
  let told = 0
  const tell = (bytes: number) => {
    arrived += bytes
    const percent = totalBytes > 0 ? Math.floor((100 * arrived) / totalBytes) : 0
    // All of it is there only when the last part has ended.
    if (percent > told || totalBytes === 0) progress(Math.min(0.99, percent / 100))
    told = Math.max(told, percent)
  }
  const parts = await Promise.all(urls.map(url => fetchPart(url, tell)))
  progress(1)
  return parts
}

async function fetchPart(url: string, tell: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url)
  if (!response.ok || !response.body)
    throw new Error(`The server answered ${response.status} for ${url.split('/').at(-1)}.`)
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    tell(value.length)
  }
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
