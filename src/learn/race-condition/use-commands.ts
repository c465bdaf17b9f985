import { useRef, useState } from 'react'
import { duration } from '../../narrate/words.ts'
import { printReply, wordsOf } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import type { RedisBench } from '../../store/redis-bench.ts'
import { type Plan, whenGot } from './plans.ts'

/** A line of the session: what was sent and by whom, or what happened beside it. */
export interface Line {
  readonly id: number
  readonly who: string
  readonly text: string
  /** What Redis answered; null for what is no command. */
  readonly reply: string | null
}

/** So many lines are kept in sight. */
const KEPT = 40

/** A session at a small Redis: worker 1 follows its plan, until it dies; what is typed comes from worker 2. */
export function useCommands(bench: RedisBench, plan: Plan) {
  const simulator = useSimulator()
  const [lines, setLines] = useState<readonly Line[]>([])
  const [sent, setSent] = useState(0)
  const [diedAtMs, setDiedAtMs] = useState<number | null>(null)
  const [when, setWhen] = useState<string | null>(null)
  const count = useRef(0)

  function tell(who: string, text: string, reply: string | null) {
    count.current += 1
    const line = { id: count.current, who, text, reply }
    setLines(before => [...before, line].slice(-KEPT))
    simulator.announce(reply === null ? text : `${text}: ${reply}`)
  }

  /** Sends a line as it was typed; what cannot be split into words never reaches Redis. */
  function send(who: string, text: string) {
    const argv = wordsOf(text)
    if (argv === null) return tell(who, text, 'Invalid argument(s)')
    if (argv.length === 0) return
    const reply = bench.send(argv)
    tell(who, text.trim(), printReply(reply))
    if (diedAtMs === null) return
    const got = whenGot(argv, reply, bench.store.getState().nowMs - diedAtMs)
    if (got) setWhen(got)
  }

  function goOn() {
    const next = plan.commands[sent]
    if (next === undefined || diedAtMs !== null) return
    send('worker 1', next)
    setSent(sent + 1)
  }

  function die() {
    setDiedAtMs(bench.store.getState().nowMs)
    const left = plan.commands.length - sent
    tell(
      'worker 1',
      left > 0 ? 'dies. What it had yet to send is never sent.' : 'dies, with the lock in its hand.',
      null,
    )
  }

  function wait(ms: number) {
    bench.later(ms)
    tell('', `${duration(ms)} later`, null)
  }

  function restart() {
    bench.clear()
    setLines([])
    setSent(0)
    setDiedAtMs(null)
    setWhen(null)
  }

  return { lines, sent, isDead: diedAtMs !== null, when, send, goOn, die, wait, restart }
}
