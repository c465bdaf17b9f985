import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react'
import { sentenceOf } from '../narrate/sentence.ts'
import { seconds } from '../narrate/words.ts'
import type { Trace } from '../sim/index.ts'
import { usePlayhead, useSimulator, useSimulatorState } from '../store/react.tsx'
import { timeScaleMs } from '../store/time-scale.ts'
import { useLocked } from '../ui/Locked.tsx'
import styles from './Scrubber.module.css'
import { ticksOf } from './ticks.ts'

/** Virtual milliseconds that Page Up and Page Down move. */
const PAGE_MS = 1000

/** The timeline as a slider: arrow keys go from happening to happening. */
export function Scrubber() {
  const simulator = useSimulator()
  const locked = useLocked()
  const trace = useSimulatorState(state => state.trace)
  const watchedMs = useSimulatorState(state => state.watchedMs)
  const { atMs, eventCount } = useSimulatorState(state => state.frame)
  const scale = timeScaleMs(watchedMs)
  const input = useRef<HTMLInputElement>(null)
  const done = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const ticks = useMemo(() => ticksOf(trace, watchedMs), [trace, watchedMs])
  usePlayhead(timeMs => {
    const share = Math.min(timeMs, scale) / scale
    if (done.current) done.current.style.transform = `scaleX(${share.toFixed(4)})`
    if (place.current) place.current.style.transform = `translateX(${(share * 100).toFixed(2)}%)`
    // Setting the slider lays it out anew; while it runs a hundred times along the rail will do.
    const value = Math.round(share * scale)
    const off = Math.abs(Number(input.current?.value) - value)
    const running = simulator.state.status === 'running'
    if (input.current && (running ? off >= scale / 100 : off > 0)) input.current.value = String(value)
  })
  const held = useRef({ atMs: 0, playing: false })
  const hold = () => {
    held.current = { atMs: simulator.playhead.timeMs, playing: simulator.playhead.playing }
  }
  // A finger that came down here turned out to scroll the page: the browser has moved the slider to it already.
  const takeBack = () => {
    simulator.visit(held.current.atMs)
    if (held.current.playing) simulator.play()
  }
  function press(event: KeyboardEvent) {
    const move = KEYS[event.key]
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (move === 'step') simulator.step()
    else if (move === 'stepBack') simulator.stepBack()
    else if (move === 'home') simulator.visit(0)
    else if (move === 'end') simulator.latest()
    else simulator.visit(Math.max(0, simulator.playhead.timeMs + move * PAGE_MS))
  }
  return (
    <div className={styles.scrubber}>
      <div className={styles.rail} />
      <div ref={done} className={styles.done} />
      <div className={styles.ticks}>
        {ticks.map(({ id, at, lost }) => (
          <i
            key={id}
            className={styles.tick}
            data-lost={lost || undefined}
            data-ahead={at > atMs || undefined}
            style={{ '--at': at / scale } as CSSProperties}
          />
        ))}
      </div>
      <input
        ref={input}
        type="range"
        className={styles.input}
        aria-label="Timeline"
        disabled={locked !== null}
        title={locked ?? undefined}
        aria-valuetext={valueText(trace, eventCount, atMs)}
        min={0}
        max={Math.round(scale)}
        step={1}
        defaultValue={0}
        onInput={event => simulator.visit(Number(event.currentTarget.value))}
        onPointerDown={hold}
        onPointerCancel={takeBack}
        onKeyDown={press}
      />
      <div className={styles.travel}>
        <div ref={place} className={styles.place}>
          <div className={styles.thumb} />
        </div>
      </div>
    </div>
  )
}

const KEYS: Readonly<Record<string, 'step' | 'stepBack' | 'home' | 'end' | 1 | -1>> = {
  ArrowRight: 'step',
  ArrowUp: 'step',
  ArrowLeft: 'stepBack',
  ArrowDown: 'stepBack',
  Home: 'home',
  End: 'end',
  PageUp: 1,
  PageDown: -1,
}

/** The virtual time and the last event in words. */
function valueText(trace: Trace, eventCount: number, atMs: number): string {
  for (let index = eventCount - 1; index >= 0; index -= 1) {
    const event = trace.events[index]
    if (event && !sentenceOf(event).detail) return `${seconds(atMs)}. ${sentenceOf(event).text}`
  }
  return `${seconds(atMs)}. Nothing has happened yet.`
}
