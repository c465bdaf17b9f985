import { createStore, type StoreApi } from 'zustand/vanilla'
import { Playhead } from '../playback/playhead.ts'
import {
  checkChange,
  checkSession,
  checkSettings,
  frameAt,
  SCENARIO,
  type Session,
  type Settings,
  type Trace,
  type TraceEvent,
} from '../sim/index.ts'
import { EMPTY_HISTORY, goBack, goForward, type History, type Moment, remember } from './history.ts'
import { isNews, type Shown } from './news.ts'
import { checkPressLimit, isPressUseful, type Press, payPress, withPress } from './press.ts'
import { withSettings } from './rerun.ts'
import { runSession } from './run-session.ts'
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
  /** Another simulator that leads: its playhead is this one's too, and what is pressed here is pressed there. */
  readonly lead?: Simulator
}

/** What is under the playhead. */
type Present = Pick<SimulatorState, 'session' | 'trace' | 'history'>

/**
 * One simulator: binds session, trace and playhead. Every action replaces the session or moves the playhead; the
 * screen follows from both.
 */
export class Simulator {
  readonly store: StoreApi<SimulatorState>
  readonly playhead: Playhead
  readonly clock: 'auto' | 'manual'
  readonly #leave: () => void
  readonly #passed = new Set<(events: readonly TraceEvent[]) => void>()
  readonly #start: 'auto' | 'paused'
  readonly #lead: Simulator | null
  /** The simulator that this one leads. */
  #beside: Simulator | null = null
  #present: Present
  #watchedMs: number
  /** Where a link stands; the run beside this one, which may last as long, comes later. */
  #openedAtMs = 0
  /** How many of the trace's events have been told as passed. */
  #told: number
  #noticeId = 0
  /** Batches of events that are being told, the first one now. */
  readonly #untold: (readonly TraceEvent[])[] = []

  constructor(options: SimulatorOptions) {
    const { session, atMs = 0, speed = 1, clock = 'auto', start = 'auto', lead = null } = options
    const trace = runSession(session)
    this.clock = clock
    this.#start = start
    this.#lead = lead
    this.#present = { session, trace, history: EMPTY_HISTORY }
    this.playhead = lead?.playhead ?? options.playhead ?? new Playhead()
    this.playhead.setEnd(this, trace.endMs)
    if (!lead) {
      this.playhead.speed = speed
      this.playhead.seek(atMs)
      if (clock === 'auto' && start === 'auto') this.playhead.play()
    }
    this.#watchedMs = lead ? lead.watchedMs : this.playhead.timeMs
    const shown = this.#look()
    this.#told = shown.frame.eventCount
    this.store = createStore(() => ({ ...shown, speed, notices: [], caption: null, announcement: null }))
    this.#leave = this.playhead.subscribe(() => this.#follow())
  }

  get state(): SimulatorState {
    return this.store.getState()
  }

  /** How far has been watched, to the millisecond; the state tells it in steps. */
  get watchedMs(): number {
    return this.#watchedMs
  }

  /** The simulator that is watched beside this one; null where there is none. */
  get beside(): Simulator | null {
    return this.#beside
  }

  /** From now on another simulator is watched beside this one: time goes on as long as either, and a press counts that means something to either. */
  accompany(beside: Simulator | null): void {
    this.#beside = beside
    if (beside && this.#openedAtMs > this.playhead.timeMs) this.seek(this.#openedAtMs)
    this.#openedAtMs = 0
    // Nothing of the state has changed, but who looks beside it sees something else.
    this.store.setState({})
  }

  /** Shows another session at the playhead's moment: that of the leading simulator, changed. @throws LimitError */
  mirror(session: Session): void {
    const trace = runSession(session)
    this.#present = { ...this.#present, session, trace }
    this.#watchedMs = this.#lead?.watchedMs ?? this.#watchedMs
    this.#told = frameAt(trace, this.playhead.timeMs).eventCount
    this.playhead.setEnd(this, trace.endMs)
    this.#follow()
  }

  /** No longer follows its playhead. */
  dispose(): void {
    this.#leave()
    this.playhead.setEnd(this, null)
    this.playhead.seek(this.playhead.timeMs)
  }

  /** Tells the events the playhead passes going forward, each time it passes them. */
  onPassed(listener: (events: readonly TraceEvent[]) => void): () => void {
    this.#passed.add(listener)
    return () => this.#passed.delete(listener)
  }

  /** Pay, pay again, new payment, drop a message, change settings: an input at the playhead. @throws BadValueError, LimitError */
  press(press: Press): void {
    if (this.#lead) {
      this.#lead.press(press)
      return
    }
    const at = Math.ceil(this.playhead.timeMs)
    const { session, trace } = this.state
    if (!this.#traces.some(each => isPressUseful(each, at, press))) return
    checkPressLimit(frameAt(trace, at).state, press)
    const pressed = withPress(session, at, press)
    const next = runSession(pressed)
    // Also unwatched presses that a link brought along are given up by one before them.
    const changesPast =
      (at < this.#watchedMs && session.inputs.length > 0) || session.inputs.some(input => input.at > at)
    const history = remember(this.state.history, this.#moment())
    if (press.type === 'pay' || press.type === 'newPayment') this.#setPlaying()
    // All before the playhead is as it was, and has been told.
    this.#enter({ session: pressed, trace: next, history }, at, at, this.#told)
    if (changesPast) this.notify('plain', 'You changed the past.', true)
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
    const { session } = this.state
    if (session.inputs.length > 0) {
      this.press({ type: 'configure', settings: checkChange(settings, 'settings') })
      return
    }
    const checked = checkSettings(settings)
    if (Object.keys(checked).length > 0)
      this.#replace({ ...session, settings: { ...session.settings, ...checked } })
  }

  /** A whole session from plain JSON; settings that are not named have their defaults. @throws BadValueError, LimitError */
  load(session: unknown): void {
    this.#replace(checkSession(session), this.#start === 'auto')
  }

  /** Begins with another session than it was made with, at a moment of it: there is nothing to undo. @throws LimitError */
  open(session: Session, atMs: number): void {
    const trace = runSession(session)
    const told = frameAt(trace, atMs).eventCount
    this.#enter({ session, trace, history: EMPTY_HISTORY }, atMs, Math.min(atMs, trace.endMs), told)
    this.#openedAtMs = atMs
    if (this.#start === 'auto') this.play()
  }

  /** The same inputs from 0 ms with these changes. @throws BadValueError */
  rerun(settings: unknown): void {
    this.#replace(withSettings(this.state.session, checkSettings(settings)), true)
  }

  /** No inputs; the seed, and the settings as they were set last. */
  reset(): void {
    const { session, trace } = this.state
    const { settings } = trace.steps.at(-1)?.state ?? trace.opening
    this.#replace({ settings: { ...settings, seed: session.settings.seed }, inputs: [] })
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

  /** Plays on, to a time ahead if one is given; with a manual clock it is there at once. */
  play(untilMs?: number): void {
    if (untilMs !== undefined && this.clock === 'manual') this.visit(untilMs)
    this.#setPlaying(untilMs)
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

  /** Lets time stand while nobody sees the page, and go on afterwards as it would have. */
  hold(held: boolean): void {
    this.playhead.hold(held)
    this.#follow()
  }

  seek(ms: number): void {
    this.playhead.seek(ms)
  }

  /** Goes to a moment to look at it: the time stands still there. */
  visit(ms: number): void {
    this.pause()
    this.seek(ms)
  }

  /** To the next distinct time at which something happens. */
  step(): void {
    const { timeMs, endMs } = this.playhead
    const next = this.#traces.map(trace => trace.steps[frameAt(trace, timeMs).stepCount]?.at ?? endMs)
    // An input that changed nothing may come last: then the end is the next time.
    this.visit(Math.min(...next))
  }

  /** To the distinct time before this one at which something happened, or to 0. */
  stepBack(): void {
    const now = Math.ceil(this.playhead.timeMs)
    const before = this.#traces.map(trace => trace.steps[frameAt(trace, now - 1).stepCount - 1]?.at ?? 0)
    this.visit(Math.max(...before))
  }

  /** To the furthest moment that has been watched. */
  latest(): void {
    this.visit(this.#watchedMs)
  }

  runToEnd(): void {
    this.seek(this.playhead.endMs)
  }

  setSpeed(speed: number): void {
    this.playhead.speed = speed
    this.store.setState({ speed })
  }

  /** Has something said to those who do not see the page. */
  announce(text: string): void {
    this.store.setState({ announcement: { text } })
  }

  caption(text: string | null): void {
    this.store.setState({ caption: text })
  }

  notify(tone: Notice['tone'], text: string, undo = false): void {
    this.#noticeId += 1
    const others = this.state.notices.filter(notice => notice.text !== text)
    this.store.setState({ notices: [...others, { id: this.#noticeId, tone, text, undo }] })
  }

  dismiss(id: number): void {
    this.store.setState({ notices: this.state.notices.filter(notice => notice.id !== id) })
  }

  /** Its own trace, and that of the simulator beside it. */
  get #traces(): Trace[] {
    const beside = this.#beside?.state.trace
    return beside ? [this.#present.trace, beside] : [this.#present.trace]
  }

  #moment(): Moment {
    return { session: this.state.session, timeMs: this.playhead.timeMs, watchedMs: this.#watchedMs }
  }

  /** A whole new session, to be seen from 0 ms on. */
  #replace(session: Session, plays = false): void {
    const trace = runSession(session)
    const history = remember(this.state.history, this.#moment())
    if (plays) this.#setPlaying()
    this.#enter({ session, trace, history }, 0, 0, 0)
  }

  #revisit(found: [Moment, History] | null): void {
    if (!found) return
    const [{ session, timeMs, watchedMs }, history] = found
    const trace = runSession(session)
    this.playhead.pause()
    // Going back to a moment is not living it again: nothing is told as passed.
    this.#enter({ session, trace, history }, timeMs, watchedMs, frameAt(trace, timeMs).eventCount)
  }

  /** Puts another session under the playhead. `told`: how many of its events have been told. */
  #enter(present: Present, timeMs: number, watchedMs: number, told: number): void {
    this.#present = present
    this.#watchedMs = watchedMs
    this.#told = told
    this.playhead.setEnd(this, present.trace.endMs)
    this.playhead.seek(timeMs)
    // What is beside this one has only followed now, and may last longer.
    if (this.playhead.timeMs < timeMs) this.playhead.seek(timeMs)
    this.#clearForkNotices()
  }

  #setPlaying(untilMs?: number): void {
    if (this.clock === 'auto') this.playhead.play(untilMs)
  }

  #clearForkNotices(): void {
    const { notices } = this.state
    if (notices.some(notice => notice.undo))
      this.store.setState({ notices: notices.filter(notice => !notice.undo) })
  }

  /** What there is to show at the playhead. */
  #look(): Shown {
    const { playing, held, atEnd, timeMs } = this.playhead
    const status: Status = atEnd ? 'idle' : playing && !held ? 'running' : 'paused'
    const frame = frameAt(this.#present.trace, timeMs)
    return { ...this.#present, frame, watchedMs: this.#watchedMs, status, playing }
  }

  /** Follows the playhead: tells React what changed for it, and listeners what has been passed. */
  #follow(): void {
    this.#watchedMs = Math.max(this.#watchedMs, this.playhead.timeMs)
    const now = this.#look()
    const passed = now.trace.events.slice(this.#told, now.frame.eventCount)
    this.#told = now.frame.eventCount
    if (isNews(this.state, now, this.playhead.speed)) this.store.setState(now)
    this.#tell(passed)
  }

  /** Tells events in their order, also when a listener presses and thereby passes more of them. */
  #tell(passed: readonly TraceEvent[]): void {
    if (passed.length === 0) return
    this.#untold.push(passed)
    if (this.#untold.length > 1) return
    while (this.#untold[0]) {
      for (const listener of this.#passed) listener(this.#untold[0])
      this.#untold.shift()
    }
  }
}
