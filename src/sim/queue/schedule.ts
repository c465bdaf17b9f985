import {
  applyToQueue,
  type ConsumerName,
  type Dedup,
  isSettled,
  openQueue,
  type QueueChoice,
  type QueueState,
} from './queue.ts'

/** What may be played at a press: bad luck with a name. */
export type ScheduleName = 'crash-before' | 'crash-after' | 'lost-acknowledgement' | 'slow-consumer'

/** A choice that was made, and the states before and after it. */
export interface QueueStep {
  readonly choice: QueueChoice
  readonly before: QueueState
  readonly state: QueueState
}

/** Makes the choices of a named schedule; how many steps a consumer needs depends on where it notes the id. */
class Play {
  readonly steps: QueueStep[] = []
  state: QueueState

  constructor(dedup: Dedup) {
    this.state = openQueue(dedup)
  }

  choose(choice: QueueChoice): void {
    const before = this.state
    const state = applyToQueue(before, choice)
    if (!state) throw new Error(`The schedule chose ${JSON.stringify(choice)}, which may not happen.`)
    this.steps.push({ choice, before, state })
    this.state = state
  }

  /** Works on until the next thing this consumer would do is charge, or to be done. */
  workToCharge(consumer: ConsumerName): void {
    while (this.#may('work', consumer) && this.#afterWork(consumer) === this.state.charges.length)
      this.choose({ kind: 'work', consumer })
  }

  /** Works on until it has just charged, or until it is done without. */
  charge(consumer: ConsumerName): void {
    this.workToCharge(consumer)
    if (this.#may('work', consumer)) this.choose({ kind: 'work', consumer })
  }

  finish(consumer: ConsumerName): void {
    while (this.#may('work', consumer)) this.choose({ kind: 'work', consumer })
  }

  /** Delivers it once more, and all goes well from then on. */
  redeliver(consumer: ConsumerName): void {
    this.choose({ kind: 'time-out' })
    this.choose({ kind: 'deliver', consumer })
    this.finish(consumer)
    this.choose({ kind: 'acknowledge', consumer })
  }

  #may(kind: 'work', consumer: ConsumerName): boolean {
    return applyToQueue(this.state, { kind, consumer }) !== null
  }

  #afterWork(consumer: ConsumerName): number | undefined {
    return applyToQueue(this.state, { kind: 'work', consumer })?.charges.length
  }
}

const SCHEDULES: Readonly<Record<ScheduleName, (play: Play) => void>> = {
  'crash-before': play => {
    play.workToCharge('A')
    play.choose({ kind: 'crash', consumer: 'A' })
    play.redeliver('A')
  },
  'crash-after': play => {
    play.charge('A')
    play.choose({ kind: 'crash', consumer: 'A' })
    play.redeliver('A')
  },
  'lost-acknowledgement': play => {
    play.finish('A')
    play.choose({ kind: 'lose', consumer: 'A' })
    play.redeliver('A')
  },
  'slow-consumer': play => {
    play.workToCharge('A')
    play.redeliver('B')
    play.finish('A')
    play.choose({ kind: 'acknowledge', consumer: 'A' })
  },
}

/** The steps of a named schedule, from an open queue to its end. */
export function playSchedule(name: ScheduleName, dedup: Dedup): readonly QueueStep[] {
  const play = new Play(dedup)
  play.choose({ kind: 'deliver', consumer: 'A' })
  SCHEDULES[name](play)
  if (!isSettled(play.state)) throw new Error(`The schedule ${name} does not come to an end.`)
  return play.steps
}
