import { createStore, type StoreApi } from 'zustand/vanilla'
import { Playhead } from '../playback/playhead.ts'
import {
  checkChange,
  checkSession,
  checkSettings,
  type Frame,
  frameAt,
  SCENARIO,
  type Session,
  type Settings,
  simulate,
  type Trace,
  type TraceEvent,
} from '../sim/index.ts'
import { EMPTY_HISTORY, goBack, goForward, type History, type Moment, remember } from './history.ts'
import { checkPressLimit, isPressUseful, type Press, payPress, withPress } from './press.ts'
import { withSettings } from './rerun.ts'
import type { Notice, SimulatorState, Status } from './simulator-state.ts'

export interface SimulatorOptions {
  readonly session: Session
  /** Where to stand at first, in virtual milliseconds. */
  readonly atMs?: number
  readonly speed?: number
  /** With `manual` virtual time moves only when it is told to. */
  readonly clock?: 'auto' | 'manual'
  readonly start?: 'auto' | 'paused'
  readonly playhead?: Playhead
}

/** While it runs, what has been watched is told in steps of so many wall-clock milliseconds: charts redraw then. */
const WATCHED_STEP_MS = 500

/**
 * One simulator: binds session, trace and playhead. Every action replaces the session or moves the playhead; the
 * screen follows from both.
 */
export class Simulator {
  readonly store: StoreApi<SimulatorState>
  readonly playhead: Playhead
  readonly clock: 'auto' | 'manual'
  readonly #passed = new Set<(events: readonly TraceEvent[]) => void>()
  readonly #start: 'auto' | 'paused'
  #watchedMs: number
  #eventCount = 0
  #noticeId = 0

  constructor(options: SimulatorOptions) {
    const { session, atMs = 0, speed = 1, clock = 'auto', start = 'auto' } = options
    const trace = simulate(session)
    this.clock = clock
    this.#start = start
    this.playhead = options.playhead ?? new Playhead()
    this.playhead.setEnd(trace.endMs)
    this.playhead.speed = speed
    this.playhead.seek(atMs)
    this.#watchedMs = this.playhead.timeMs
    const playing = clock === 'auto' && start === 'auto'
    const frame = frameAt(trace, this.playhead.timeMs)
    this.#eventCount = frame.eventCount
    this.store = createStore(() => ({
      session,
      trace,
      frame,
      watchedMs: this.#watchedMs,
      status: 'idle' as Status,
      playing,
      speed,
      history: EMPTY_HISTORY,
      notices: [],
      caption: null,
    }))
    this.playhead.subscribe(() => this.#follow())
    if (playing) this.playhead.play()
    this.#follow()
  }

  get state(): SimulatorState {
    return this.store.getState()
  }

  /** Tells the events the playhead passes going forward, each time it passes them. */
  onPassed(listener: (events: readonly TraceEvent[]) => void): () => void {
    this.#passed.add(listener)
    return () => this.#passed.delete(listener)
  }

  /** Pay, pay again, new payment, drop a message, change settings: an input at the playhead. @throws BadValueError, LimitError */
  press(press: Press): void {
    const at = Math.ceil(this.playhead.timeMs)
    const { session, trace } = this.state
    const now = frameAt(trace, at).state
    if (!isPressUseful(now, press)) return
    checkPressLimit(now, press)
    const pressed = withPress(session, at, press)
    const changesPast = at < this.#watchedMs && session.inputs.length > 0
    this.#enter(pressed, simulate(pressed), at, at, remember(this.state.history, this.#moment()), true)
    this.#clearForkNotices()
    if (changesPast) this.notify('plain', 'You changed the past.', true)
    if (press.type === 'pay' || press.type === 'newPayment') this.play()
  }

  pay(amount?: unknown): void {
    this.press(payPress(amount))
  }

  newPayment(): void {
    this.press({ type: 'newPayment' })
  }

  dropMessage(message: string): void {
    this.press({ type: 'dropMessage', message })
  }

  /** Before the first input the initial settings, later an input at the playhead. @throws BadValueError */
  configure(settings: unknown): void {
    const checked = checkSettings(settings)
    const { session } = this.state
    if (session.inputs.length > 0)
      this.press({ type: 'configure', settings: checkChange(settings, 'settings') })
    else this.#replace({ ...session, settings: { ...session.settings, ...checked } })
  }

  /** A whole session from plain JSON; settings that are not named have their defaults. @throws BadValueError, LimitError */
  load(session: unknown): void {
    this.#replace(checkSession(session))
    if (this.#start === 'auto') this.play()
  }

  /** The same inputs from 0 ms with these changes. @throws BadValueError */
  rerun(settings: unknown): void {
    this.#replace(withSettings(this.state.session, checkSettings(settings)))
    this.play()
  }

  /** No inputs; seed and settings as they are at the playhead. */
  reset(): void {
    this.#replace({ settings: this.settings, inputs: [] })
  }

  /** The next seed, so that a class that presses this sees the same. */
  newLuck(): void {
    const { seed } = this.settings
    this.changeLuck(seed === SCENARIO.seed.max ? SCENARIO.seed.min : seed + 1)
  }

  /** No inputs, the settings as they are, another seed. @throws BadValueError */
  changeLuck(seed: number): void {
    this.#replace({ settings: { ...this.settings, ...checkSettings({ seed }) }, inputs: [] })
  }

  /** The settings in force at the playhead. */
  get settings(): Settings {
    const { session, frame } = this.state
    return { ...frame.state.settings, seed: session.settings.seed }
  }

  undo(): void {
    this.#revisit(goBack(this.state.history, this.#moment()))
  }

  redo(): void {
    this.#revisit(goForward(this.state.history, this.#moment()))
  }

  play(): void {
    if (this.clock === 'manual') return
    this.playhead.play()
    this.#follow()
  }

  /** From the beginning when there is nothing left to play. */
  playOrReplay(): void {
    if (this.playhead.atEnd) this.seek(0)
    this.play()
  }

  pause(): void {
    this.playhead.pause()
    this.#follow()
  }

  seek(ms: number): void {
    this.playhead.seek(ms)
  }

  /** To the next distinct time at which something happens. */
  step(): void {
    this.pause()
    const { trace } = this.state
    const next = trace.steps[frameAt(trace, this.playhead.timeMs).stepCount]
    if (next) this.seek(next.at)
  }

  /** To the distinct time before this one at which something happened, or to 0. */
  stepBack(): void {
    this.pause()
    const { trace } = this.state
    const now = Math.ceil(this.playhead.timeMs)
    const before = trace.steps[frameAt(trace, now - 1).stepCount - 1]
    this.seek(before?.at ?? 0)
  }

  /** To the furthest moment that has been watched. */
  latest(): void {
    this.seek(this.#watchedMs)
  }

  runToEnd(): void {
    this.seek(this.state.trace.endMs)
  }

  setSpeed(speed: number): void {
    this.playhead.speed = speed
    this.store.setState({ speed })
  }

  caption(text: string | null): void {
    this.store.setState({ caption: text })
  }

  notify(tone: Notice['tone'], text: string, undo = false): void {
    this.#noticeId += 1
    this.store.setState({ notices: [...this.state.notices, { id: this.#noticeId, tone, text, undo }] })
  }

  dismiss(id: number): void {
    this.store.setState({ notices: this.state.notices.filter(notice => notice.id !== id) })
  }

  #moment(): Moment {
    return { session: this.state.session, timeMs: this.playhead.timeMs, watchedMs: this.#watchedMs }
  }

  #replace(session: Session): void {
    const history = remember(this.state.history, this.#moment())
    this.#enter(session, simulate(session), 0, 0, history, false)
    this.#clearForkNotices()
  }

  #revisit(found: [Moment, History] | null): void {
    if (!found) return
    const [moment, history] = found
    this.playhead.pause()
    this.#enter(moment.session, simulate(moment.session), moment.timeMs, moment.watchedMs, history, false)
    // Going back to a moment is not living it again: nothing is told as passed.
    this.#clearForkNotices()
  }

  /** Puts another session under the playhead. `continues`: all before the playhead is as it was. */
  #enter(
    session: Session,
    trace: Trace,
    timeMs: number,
    watchedMs: number,
    history: History,
    continues: boolean,
  ): void {
    this.playhead.setEnd(trace.endMs)
    this.#watchedMs = Math.min(watchedMs, trace.endMs)
    if (!continues) this.#eventCount = timeMs > 0 ? frameAt(trace, timeMs).eventCount : 0
    this.store.setState({ session, trace, history, frame: frameAt(trace, timeMs) })
    this.playhead.seek(timeMs)
  }

  #clearForkNotices(): void {
    const { notices } = this.state
    if (notices.some(notice => notice.undo))
      this.store.setState({ notices: notices.filter(notice => !notice.undo) })
  }

  /** Follows the playhead: tells React what changed for it, and listeners what has been passed. */
  #follow(): void {
    const { trace, frame: shown, watchedMs, status: was, playing } = this.state
    const timeMs = this.playhead.timeMs
    const frame = frameAt(trace, timeMs)
    this.#watchedMs = Math.max(this.#watchedMs, timeMs)
    const status = this.#status()
    const happened = frame.stepCount !== shown.stepCount || !samePackets(frame, shown) || status !== was
    const lag = Math.abs(this.#watchedMs - watchedMs)
    if (
      happened ||
      lag >= WATCHED_STEP_MS * this.playhead.speed ||
      (status !== 'running' && lag > 0) ||
      playing !== this.playhead.playing
    ) {
      this.store.setState({ frame, watchedMs: this.#watchedMs, status, playing: this.playhead.playing })
    }
    this.#tellPassed(trace, frame.eventCount)
  }

  #tellPassed(trace: Trace, eventCount: number): void {
    const from = this.#eventCount
    this.#eventCount = eventCount
    if (eventCount <= from) return
    const events = trace.events.slice(from, eventCount)
    for (const listener of this.#passed) listener(events)
  }

  #status(): Status {
    if (this.playhead.atEnd) return 'idle'
    return this.playhead.playing ? 'running' : 'paused'
  }
}

function samePackets(a: Frame, b: Frame): boolean {
  if (a.packets.length !== b.packets.length) return false
  return a.packets.every(({ flight, fate }, index) => {
    const other = b.packets[index]
    return other?.flight === flight && other.fate === fate
  })
}
