import { backoffMs } from '../../client/retry.ts'
import { type Draws, drawsOf } from '../../draw.ts'
import { fateOf, isDuplicated } from '../../network/fate.ts'
import { BadValueError } from '../../scenario.ts'
import { openingState, type State, type WorldSettings } from '../../state.ts'
import { type NumberedPlan, type Outcome, type Spot, Spots } from './spot.ts'
import { Wishes } from './wishes.ts'

/** An end that some payments came to, and how many of them. */
export interface Ended {
  readonly state: State
  readonly payments: number
}

/**
 * Rolls one payment again and again: pressed once at 0 ms, all else is the automatic client's, the network's and the
 * bank's. Each seed gives the end state that `simulate` gives for the same session, many times faster: the states that
 * payments come through are few, so the world is asked about each choice in each of them only once.
 */
export class PaymentOdds {
  readonly #settings: WorldSettings
  readonly #spots = new Spots()
  readonly #wishes = new Wishes()
  readonly #start: Spot
  readonly #pay: number

  /** @throws BadValueError unless the client is an automatic one: this driver presses once and never again */
  constructor(settings: WorldSettings) {
    if (settings.retry !== 'auto') throw new BadValueError('settings.retry', settings.retry, '"auto"')
    this.#settings = settings
    this.#start = this.#spots.spotOf(openingState(settings), new Set())
    this.#pay = this.#spots.numberOf({ kind: 'pay', amount: settings.amount })
  }

  /** How many different states, with what had struck, have been come through so far. */
  get spots(): number {
    return this.#spots.size
  }

  /** The end state of the payment with this seed. */
  endOf(seed: number): State {
    return this.#roll(drawsOf(seed)).state
  }

  /** The same with any source of draws. */
  endWith(draws: Draws): State {
    return this.#roll(draws).state
  }

  /** The end states of so many payments, whose seeds count up from the first. */
  tally(firstSeed: number, payments: number): Ended[] {
    const counts = new Map<Spot, number>()
    for (let seed = firstSeed; seed < firstSeed + payments; seed += 1) {
      const end = this.#roll(drawsOf(seed))
      counts.set(end, (counts.get(end) ?? 0) + 1)
    }
    return [...counts].map(([{ state }, count]) => ({ state, payments: count }))
  }

  #roll(draws: Draws): Spot {
    const wishes = this.#wishes
    wishes.clear()
    let spot = this.#start
    let now = 0
    let outcome = this.#spots.after(spot, this.#pay)
    for (;;) {
      if (outcome) {
        spot = outcome.to
        this.#wish(outcome, now, draws)
      }
      now = wishes.nextAt
      if (now === Number.POSITIVE_INFINITY) return spot
      const choice = wishes.take()
      outcome = choice < 0 ? null : this.#spots.after(spot, choice)
    }
  }

  #wish({ plans }: Outcome, now: number, draws: Draws): void {
    for (const plan of plans) {
      if (plan.kind === 'choice') this.#wishes.add(now + plan.afterMs, plan.choice, plan.isEnd)
      else if (plan.kind === 'travel') this.#travel(plan, now, draws)
      else if (plan.kind === 'hold') this.#wishes.hold(now + plan.forMs)
      else this.#retry(plan, now, draws)
    }
  }

  #travel(plan: Extract<NumberedPlan, { kind: 'travel' }>, now: number, draws: Draws): void {
    const { end, afterMs } = fateOf(plan.message, this.#settings, draws)
    if (end === 'lost') {
      this.#wishes.add(now + afterMs, plan.lose, false)
      return
    }
    this.#wishes.add(now + afterMs, end === 'refused' ? plan.refuse : plan.deliver, false)
    if (isDuplicated(plan.message, this.#settings, draws)) this.#wishes.add(now, plan.duplicate, false)
  }

  #retry(plan: Extract<NumberedPlan, { kind: 'retry' }>, now: number, draws: Draws): void {
    const { payment, attempt, choice } = plan
    const backoff = backoffMs(this.#settings, attempt, draws('jitter', payment, attempt))
    this.#wishes.addRetry(now + backoff, choice)
  }
}
