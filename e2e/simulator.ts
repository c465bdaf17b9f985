import { expect, type Locator } from 'playwright/test'
import type { DoubleCharge, PublicState, WaitOptions } from '../src/embed/api-types.ts'
import type { EventKind, TraceEvent } from '../src/sim/index.ts'
import { Parts } from './parts.ts'

/** Address parameters by name, as the README lists them. */
export type Params = Readonly<Record<string, string | number>>

type Method = {
  [Name in keyof DoubleCharge]: DoubleCharge[Name] extends (...args: never[]) => unknown ? Name : never
}[keyof DoubleCharge]

/** The pages there are, as the address has them. */
export type Route = '' | '#/twin' | '#/scenarios' | '#/learn' | `#/learn/${string}`

/** A query part from parameters, its question mark left out. */
export function query(params: Params): string {
  return new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString()
}

/**
 * The simulator on a page, or in a frame of a page, as a person meets it. It waits on what the page says of itself,
 * never on time.
 *
 * ```ts
 * const simulator = new Simulator(page)
 * await simulator.open({ seed: 202, speed: 8 })
 * await simulator.pay()
 * await simulator.waitUntilIdle()
 * await expect(simulator.balance).toHaveText('$900.00')
 * ```
 */
export class Simulator extends Parts {
  /** The simulator in a frame, once it stands there: `Simulator.inFrame(page.getByTitle('Double Charge Simulator'))`. */
  static async inFrame(element: Locator): Promise<Simulator> {
    const handle = await element.elementHandle()
    const frame = await handle?.contentFrame()
    if (!frame) throw new Error(`${element} is no frame.`)
    const simulator = new Simulator(frame)
    await simulator.ready()
    return simulator
  }

  /** Opens a page of the simulator with these address parameters and waits until it stands. */
  async open(params: Params = {}, route: Route = ''): Promise<void> {
    await this.place.goto(`./?${query(params)}${route}`)
    await this.ready()
  }

  /** Waits until the first view stands. */
  async ready(): Promise<void> {
    // A frame's document may still be on its way.
    await expect(this.root).toBeAttached()
    await this.place.evaluate(() => window.doubleCharge.ready)
  }

  /** Presses Pay for a payment's first attempt. */
  async pay(): Promise<void> {
    await this.place.getByRole('button', { name: /^Pay \$[\d,.]+$/ }).click()
  }

  /** Presses Pay for another attempt of the same payment. */
  async payAgain(): Promise<void> {
    await this.place.getByRole('button', { name: /^Pay \$[\d,.]+ again$/ }).click()
  }

  /** Goes on to another payment, giving up on one that is still open. */
  async newPayment(): Promise<void> {
    await this.newPaymentButton.click()
  }

  /** Switches idempotency keys on or off, if they are not so already. */
  async setKeys(on: boolean): Promise<void> {
    await this.keysSwitch.setChecked(on)
  }

  /** Switches automatic retries on or off, if they are not so already. */
  async setRetry(auto: boolean): Promise<void> {
    await this.retrySwitch.setChecked(auto)
  }

  /** Opens More settings and every group in it. */
  async openSettings(): Promise<void> {
    const folded = this.settings.getByRole('button', { expanded: false })
    if ((await this.moreSettings.getAttribute('aria-expanded')) === 'false') await this.moreSettings.click()
    // The groups are fetched when they are asked for.
    await this.settings.getByRole('button', { name: 'Page', exact: true }).waitFor()
    while ((await folded.count()) > 0) await folded.first().click()
  }

  /** Sets the share of answers that is lost, in percent. */
  async setDropRate(percent: number): Promise<void> {
    await this.dropRate.fill(String(percent))
  }

  /** Moves the timeline's slider to a virtual time. */
  async scrubTo(ms: number): Promise<void> {
    await this.timeline.fill(String(ms))
  }

  /** Waits until nothing more will happen without an input. */
  async waitUntilIdle(timeoutMs = 10_000): Promise<void> {
    // Looked at with every frame; an expectation looks only once or twice a second.
    await this.place.waitForFunction(
      () => document.querySelector('[data-testid="simulator"]')?.getAttribute('data-status') === 'idle',
      undefined,
      { timeout: timeoutMs },
    )
  }

  /** Waits until an event of a kind has happened; past events count. */
  async waitFor(kind: string, options: WaitOptions = {}): Promise<TraceEvent> {
    return this.place.evaluate(([what, how]) => window.doubleCharge.waitFor(what, how), [
      kind,
      options,
    ] as const)
  }

  /**
   * Plays on to an event, or goes back to it, and stands still at its very time. What is pressed then is pressed at that
   * time, however fast the machine is; if a frame has passed it, the page says that the past was changed.
   */
  async pauseAt(kind: EventKind, options: WaitOptions = {}): Promise<TraceEvent> {
    return this.place.evaluate(
      async ([what, how]) => {
        const { doubleCharge } = window
        doubleCharge.play()
        const event = await doubleCharge.waitFor(what, how)
        doubleCharge.pause()
        // The frame that passed it was a little late.
        doubleCharge.seek(event.at)
        return event
      },
      [kind, options] as const,
    )
  }

  /** Steps, without playing, to the next event of a kind. */
  async stepTo(kind: EventKind): Promise<TraceEvent> {
    return this.place.evaluate(what => {
      const { doubleCharge } = window
      const seen = doubleCharge.getState().eventId
      for (;;) {
        const event = doubleCharge.getTrace().find(({ id, kind }) => id > seen && kind === what)
        if (event) return event
        if (doubleCharge.getState().status === 'idle') throw new Error(`No ${what} comes any more.`)
        doubleCharge.step()
      }
    }, kind)
  }

  /** The playhead's virtual time, as the page's root says it. */
  async timeMs(): Promise<number> {
    return Number(await this.root.getAttribute('data-time-ms'))
  }

  /** `window.doubleCharge.getState()` */
  async state(): Promise<PublicState> {
    return this.call('getState')
  }

  /** `window.doubleCharge.getTrace()`: what has happened up to the playhead. */
  async trace(): Promise<TraceEvent[]> {
    return this.call('getTrace')
  }

  /** `window.doubleCharge.traceHash()` */
  async hash(): Promise<string> {
    return this.call('traceHash')
  }

  /** Calls a method of `window.doubleCharge` and waits for what it promises. */
  async call<Name extends Method>(
    name: Name,
    ...args: Parameters<DoubleCharge[Name]>
  ): Promise<Awaited<ReturnType<DoubleCharge[Name]>>> {
    const result = await this.place.evaluate(
      ([method, values]) => (window.doubleCharge[method] as (...args: unknown[]) => unknown)(...values),
      [name, args as unknown[]] as const,
    )
    return result as Awaited<ReturnType<DoubleCharge[Name]>>
  }
}
