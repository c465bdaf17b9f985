import type { DoubleCharge } from '../api-types.ts'

/** So many messages are kept for what reads them, of those that are meant for it and of all others. */
const MOST_KEPT = 200

const isForUs = ({ data }: MessageEvent) => Object(data).target === 'double-charge-simulator'

/**
 * Hears the page that holds this frame, and nobody else. What reads the messages is fetched later; what is said
 * meanwhile is kept for it.
 */
export function listenToHost(api: DoubleCharge, tellsHeight: boolean): void {
  const kept: MessageEvent[] = []
  let hear = (event: MessageEvent) => {
    // A host that talks much shall not crowd out what it says to the simulator.
    if (kept.filter(other => isForUs(other) === isForUs(event)).length < MOST_KEPT) kept.push(event)
  }
  window.addEventListener('message', event => {
    if (event.source === window.parent) hear(event)
  })
  const begin = async () => {
    const { linkToHost } = await import('./host-link.ts')
    hear = linkToHost(api, tellsHeight)
    for (const event of kept) hear(event)
  }
  // Without it the frame is as good as any page that says nothing to its host.
  begin().catch(() => {})
}
