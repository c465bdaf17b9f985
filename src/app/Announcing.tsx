import { useEffect } from 'react'
import { sentenceOf } from '../narrate/sentence.ts'
import { verdictOf } from '../narrate/verdict.ts'
import { seconds } from '../narrate/words.ts'
import { frameAt, type TraceEvent } from '../sim/index.ts'
import { useSimulator } from '../store/react.tsx'
import type { Simulator } from '../store/simulator.ts'

/** At most one announcement in so many wall-clock milliseconds; what was superseded meanwhile is dropped. */
const APART_MS = 1000

interface AnnouncingProps {
  say: (text: string) => void
  since: number
  talk: boolean
}

/** Announces what happens as long as it is there. */
export function Announcing({ say, since, talk }: AnnouncingProps) {
  const simulator = useSimulator()
  useEffect(() => announce(simulator, say, since, talk), [simulator, say, since, talk])
  return null
}

/** What is said only when nothing more telling waits. */
const MINOR: readonly string[] = ['response.sent', 'store.written', 'settings.changed']

/** So many things at the most are said in one breath. */
const MOST = 3

/**
 * Follows a simulator and says what is new, a second apart. Of what waits, the newer supersedes the older of its kind,
 * and what tells little is dropped when something telling waits. Returns how to stop.
 *
 * @param since how many events need not be told
 * @param talk whether a talk tells what happens; then only what it and the program say is announced
 */
export function announce(
  simulator: Simulator,
  say: (text: string) => void,
  since: number,
  talk = false,
): () => void {
  let waiting = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let judgedSo = ''
  let said = ''
  const flush = () => {
    timer = undefined
    if (waiting.size === 0) return
    const telling = [...waiting].filter(([kind]) => !MINOR.includes(kind))
    const told = telling.length > 0 ? telling.slice(-MOST) : [...waiting].slice(-1)
    const text = told.map(([, each]) => each).join(' ')
    // The same words again change nothing in the page, and would not be read: a space more does.
    said = text === said ? `${text}\u00a0` : text
    say(said)
    waiting = new Map()
    timer = setTimeout(flush, APART_MS)
  }
  const queue = (kind: string, text: string) => {
    waiting.delete(kind)
    waiting.set(kind, text)
    timer ??= setTimeout(flush, 0)
  }
  // What the address could not be taken at is there before anybody listens.
  const first = simulator.state.notices.at(-1)
  if (first) queue('notice', first.text)
  const { caption, announcement } = simulator.state
  if (caption !== null) queue('caption', caption)
  if (announcement && talk) queue('announcement', announcement.text)
  const tell = (events: readonly TraceEvent[]) => {
    if (talk) return
    for (const event of events) {
      const { text, detail } = sentenceOf(event)
      if (!detail) queue(event.kind, text)
    }
    if (!events.some(isJudged)) return
    const verdict = verdictInWords(simulator)
    // What a further event leaves as it was has been said.
    if (verdict !== judgedSo) queue('verdict', verdict)
    judgedSo = verdict
  }
  const { trace, frame } = simulator.state
  tell(trace.events.slice(since, frame.eventCount))
  const offPassed = simulator.onPassed(tell)
  const offStore = simulator.store.subscribe((now, before) => {
    if (now.caption !== before.caption && now.caption !== null) queue('caption', now.caption)
    if (now.announcement && now.announcement !== before.announcement)
      queue('announcement', now.announcement.text)
    const notice = now.notices.at(-1)
    if (notice && notice !== before.notices.at(-1) && now.notices.length >= before.notices.length)
      queue('notice', notice.text)
    if (talk) return
    // Undo and Redo pass nothing; a press or a rerun does, and then says that instead.
    const revisited = now.trace !== before.trace && now.history.future.length !== before.history.future.length
    if (!revisited && now.frame.eventCount >= before.frame.eventCount) return
    judgedSo = ''
    queue('back', backAt(simulator))
  })
  return () => {
    clearTimeout(timer)
    offPassed()
    offStore()
  }
}

/** After these one wants to know what they come to. */
const JUDGED: readonly string[] = ['promise.broken', 'payment.paid', 'payment.failed', 'payment.unknown']

/** A promise is broken once, but every further charge makes it worse. */
const isJudged = ({ kind, data }: TraceEvent) =>
  JUDGED.includes(kind) || (kind === 'ledger.charged' && Number(data?.number) > 2)

/** The verdict with its reason, and the way on that it offers. */
function verdictInWords(simulator: Simulator): string {
  const { beside } = simulator
  // Two runs are seen side by side, and neither offers a way on.
  if (beside) return `First side: ${judged(simulator).words} Second side: ${judged(beside).words}`
  const { words, rerun } = judged(simulator)
  return `${words}${rerun && offersTheWay() ? ` Next: ${rerun.label}.` : ''}`
}

/** A chapter may go without the verdict, and so without its way on. */
function offersTheWay(): boolean {
  const chapter = document.querySelector('[data-testid="chapter"]')
  return chapter === null || chapter.querySelector('[data-testid="verdict"]') !== null
}

/** At the playhead: a simulator beside the one that tells has not looked there yet. */
function judged({ state: { trace }, playhead }: Simulator) {
  const { state, eventCount } = frameAt(trace, playhead.timeMs)
  const { headline, reason, rerun } = verdictOf(state, trace.events.slice(0, eventCount))
  return { words: `${headline}${/[.?!]$/.test(headline) ? '' : '.'} ${reason}`, rerun }
}

/** Where one is after going back: nothing new happened, so the time is said with the last event. */
function backAt(simulator: Simulator): string {
  const { trace, frame } = simulator.state
  const last = trace.events.slice(0, frame.eventCount).findLast(event => !sentenceOf(event).detail)
  return `Back at ${seconds(frame.atMs)}.${last ? ` ${sentenceOf(last).text}` : ''}`
}
