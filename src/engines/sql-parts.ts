/**
 * Fetches the parts an engine is made of, side by side.
 *
 * @param totalBytes of all of them unpacked: what is counted on arrival, whatever a server packs on the way
 * @param progress gets the share that has arrived, 0…1
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
    const percent = Math.floor((100 * arrived) / totalBytes)
    if (percent > told) progress(Math.min(1, percent / 100))
    told = Math.max(told, percent)
  }
  return Promise.all(urls.map(url => fetchPart(url, totalBytes > 0 ? tell : () => {})))
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
