import { expect, type Frame, type Locator, type Page } from 'playwright/test'
import type { DoubleCharge, PublicState, WaitOptions } from '../src/embed/api-types.ts'
import type { TraceEvent } from '../src/sim/index.ts'

/** Address parameters by name, as the README lists them. */
export type Params = Readonly<Record<string, string | number>>

type Method = {
  [Name in keyof DoubleCharge]: DoubleCharge[Name] extends (...args: never[]) => unknown ? Name : never
}[keyof DoubleCharge]

/** A query part from parameters, its question mark left out. */
export function query(params: Params): string {
  return new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString()
}

/**
 * The simulator on a page, or in a frame of a page, as a person meets it: every part is found by the role and name, or
 * the `data-` attribute, that the public contract gives it.
 *
 * ```ts
 * const simulator = new Simulator(page)
 * await simulator.open({ seed: 202, speed: 8 })
 * await simulator.pay()
 * await simulator.waitUntilIdle()
 * await expect(simulator.balance).toHaveText('$900.00')
 * ```
 */
export class Simulator {
  /** `data-testid="simulator"`, with `data-status`, `data-time-ms` and `data-seed`. */
  readonly root: Locator

  readonly stage: Locator
  readonly balancePanel: Locator
  /** The balance over time as a picture; it comes a little after the page. */
  readonly chart: Locator
  readonly settings: Locator
  /** There only while there is a caption. */
  readonly caption: Locator
  /** The polite live region: what a screen reader is told. */
  readonly status: Locator

  readonly verdict: Locator
  readonly belief: Locator
  readonly balance: Locator
  readonly expectedBalance: Locator
  /** Every message in sight, in flight or just ended. */
  readonly packets: Locator

  /** The one Pay button, whatever it says. */
  readonly payButton: Locator
  readonly newPaymentButton: Locator
  readonly keysSwitch: Locator
  readonly retrySwitch: Locator
  readonly dropRate: Locator
  readonly moreSettings: Locator
  readonly newLuck: Locator

  readonly rerunKeysOn: Locator
  readonly rerunKeysOff: Locator

  readonly playButton: Locator
  readonly pauseButton: Locator
  readonly stepForward: Locator
  readonly stepBack: Locator
  readonly latest: Locator
  readonly undo: Locator
  readonly redo: Locator
  readonly reset: Locator
  readonly timeline: Locator
  readonly speed: Locator

  /** Opens what there is to share. */
  readonly share: Locator
  /** The link in it, as text. */
  readonly link: Locator

  /** The region "Events". */
  readonly events: Locator
  /** Its rows, oldest first. */
  readonly eventRows: Locator

  readonly place: Page | Frame

  /** @param place a page, or a frame that holds the simulator */
  constructor(place: Page | Frame) {
    this.place = place
    const button = (name: string) => place.getByRole('button', { name, exact: true })
    const region = (name: string) => place.getByRole('region', { name, exact: true })
    this.root = place.getByTestId('simulator')
    this.stage = region('Stage')
    this.balancePanel = region('Balance')
    this.chart = this.balancePanel.getByRole('img', { name: /^Balance over time/ })
    this.settings = region('Settings')
    this.caption = region('Caption')
    this.status = place.getByRole('status')
    this.verdict = place.getByTestId('verdict')
    this.belief = place.getByTestId('belief')
    this.balance = place.getByTestId('balance')
    this.expectedBalance = place.getByTestId('expected-balance')
    this.packets = place.getByTestId('packet')
    this.payButton = place.getByRole('button', { name: /^Pay \$/ })
    this.newPaymentButton = button('New payment')
    this.keysSwitch = place.getByRole('switch', { name: 'Idempotency keys' })
    this.retrySwitch = place.getByRole('switch', { name: 'Retry automatically' })
    this.dropRate = place.getByRole('slider', { name: 'Response drop rate' })
    this.moreSettings = button('More settings')
    this.newLuck = button('New luck')
    this.rerunKeysOn = button('Same bad luck, keys on')
    this.rerunKeysOff = button('Same bad luck, keys off')
    this.playButton = button('Play')
    this.pauseButton = button('Pause')
    this.stepForward = button('Step forward')
    this.stepBack = button('Step back')
    this.latest = button('Latest')
    this.undo = button('Undo')
    this.redo = button('Redo')
    this.reset = button('Reset')
    this.timeline = place.getByRole('slider', { name: 'Timeline' })
    this.speed = place.getByRole('combobox', { name: 'Speed' })
    this.share = button('Share')
    this.link = place.getByRole('textbox', { name: 'Link' })
    this.events = region('Events')
    this.eventRows = this.events.getByRole('listitem')
  }

  /** Opens the simulator's page with these address parameters and waits until it stands. */
  async open(params: Params = {}): Promise<void> {
    await this.place.goto(`./?${query(params)}`)
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

  /** A message's packet on the wires: `p1.a2.response`. */
  packet(messageId: string): Locator {
    return this.place.locator(`[data-testid="packet"][data-message="${messageId}"]`)
  }

  /** A notice of the page, to be seen; what is announced beside it is another element. */
  notice(text: string | RegExp): Locator {
    return this.place.getByText(text).and(this.place.locator(':not([role="status"])'))
  }

  /** The buttons that dismiss notices, one each. */
  get dismissButtons(): Locator {
    return this.place.getByRole('button', { name: /^Dismiss/ })
  }

  /** The row of the event list that says this. */
  eventRow(text: string | RegExp): Locator {
    return this.eventRows.filter({ hasText: text })
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
