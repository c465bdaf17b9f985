import { useEffect, useState } from 'react'
import { sentenceOf } from '../narrate/sentence.ts'
import { verdictOf } from '../narrate/verdict.ts'
import { seconds } from '../narrate/words.ts'
import { useSimulator } from '../store/react.tsx'
import type { Simulator } from '../store/simulator.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'

/** At most one announcement in so many wall-clock milliseconds; what was superseded meanwhile is dropped. */
const APART_MS = 1000

/** The one polite live region: says what happened, for those who do not see it. */
export function Announcer() {
  const simulator = useSimulator()
  const [said, setSaid] = useState('')
  useEffect(() => announce(simulator, setSaid), [simulator])
  return (
    <VisuallyHidden as="div">
      <span role="status">{said}</span>
    </VisuallyHidden>
  )
}

/** Follows a simulator and says the newest thing, a second apart. Returns how to stop. */
export function announce(simulator: Simulator, say: (text: string) => void): () => void {
  let next: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (next === null) return
    say(next)
    next = null
    timer = setTimeout(flush, APART_MS)
  }
  const queue = (text: string) => {
    next = text
    timer ??= setTimeout(flush, 0)
  }
  // What the address could not be taken at is there before anybody listens.
  const first = simulator.state.notices.at(-1)
  if (first) queue(first.text)
  const offPassed = simulator.onPassed(events => {
    const told = events.map(sentenceOf).filter(sentence => !sentence.detail)
    const last = told.at(-1)
    if (!last) return
    const verdict = verdictOf(simulator.state.frame.state)
    const judged = verdict.tone === 'lost' || verdict.tone === 'safe'
    const news = events.some(({ kind }) => kind === 'promise.broken' || kind === 'payment.paid')
    queue(judged && news ? `${last.text} ${verdict.headline}.` : last.text)
  })
  const offStore = simulator.store.subscribe((now, before) => {
    if (now.caption !== before.caption && now.caption !== null) queue(now.caption)
    if (now.announcement && now.announcement !== before.announcement) queue(now.announcement.text)
    const notice = now.notices.at(-1)
    if (notice && notice !== before.notices.at(-1) && now.notices.length >= before.notices.length)
      queue(notice.text)
    // Undo and Redo pass nothing; a press or a rerun does, and then says that instead.
    const revisited = now.trace !== before.trace && now.history.future.length !== before.history.future.length
    if (revisited || now.frame.eventCount < before.frame.eventCount) queue(backAt(simulator))
  })
  return () => {
    clearTimeout(timer)
    offPassed()
    offStore()
  }
}

/** Where one is after going back: nothing new happened, so the time is said with the last event. */
function backAt(simulator: Simulator): string {
  const { trace, frame } = simulator.state
  const last = trace.events.slice(0, frame.eventCount).findLast(event => !sentenceOf(event).detail)
  return `Back at ${seconds(frame.atMs)}.${last ? ` ${sentenceOf(last).text}` : ''}`
}
