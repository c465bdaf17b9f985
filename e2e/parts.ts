import type { Frame, Locator, Page } from 'playwright/test'

/** One side of the twin's page: the same parts, each side its own. */
export interface TwinSide {
  readonly root: Locator
  readonly verdict: Locator
  readonly balance: Locator
  /** A message's packet on this side's wires. */
  readonly packet: (messageId: string) => Locator
}

/** What there is on the page: every part by the role and name, or the `data-` attribute, that the contract gives it. */
export class Parts {
  /** `data-testid="simulator"`, with `data-status`, `data-time-ms` and `data-seed`. */
  readonly root: Locator

  readonly stage: Locator
  readonly playback: Locator
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
  /** After a double charge in spite of a key, where one transaction would have held. */
  readonly rerunInOneTransaction: Locator
  /** In the verdict, and on the twin's page where the sides part. */
  readonly showTheMoment: Locator

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
  readonly copyLink: Locator

  /** The region "Events". */
  readonly events: Locator
  /** Its rows, oldest first. */
  readonly eventRows: Locator
  /** Lists what happens inside the bank as well. */
  readonly everyDetail: Locator

  /** The region "Look closer", whose buttons open a panel each. */
  readonly lookCloser: Locator
  readonly diagramButton: Locator
  readonly explainButton: Locator
  readonly exportsButton: Locator

  readonly simulatorLink: Locator
  readonly learnLink: Locator
  readonly twinLink: Locator
  readonly scenariosLink: Locator

  readonly twinFirst: TwinSide
  readonly twinSecond: TwinSide
  /** Where the sides part, with `data-time-ms`; there only once that has been watched. */
  readonly parting: Locator
  readonly whatDiffers: Locator

  readonly place: Page | Frame

  /** @param place a page, or a frame that holds the simulator */
  constructor(place: Page | Frame) {
    this.place = place
    const named = (role: Parameters<Page['getByRole']>[0], name: string) =>
      place.getByRole(role, { name, exact: true })
    const button = (name: string) => named('button', name)
    const region = (name: string) => named('region', name)
    this.root = place.getByTestId('simulator')
    this.stage = region('Stage')
    this.playback = region('Playback')
    this.balancePanel = region('Balance')
    this.chart = this.balancePanel.getByRole('img', { name: /^(Balance|Both balances) over time/ })
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
    this.keysSwitch = named('switch', 'Idempotency keys')
    this.retrySwitch = named('switch', 'Retry automatically')
    this.dropRate = named('slider', 'Response drop rate')
    this.moreSettings = button('More settings')
    this.newLuck = button('New luck')
    this.rerunKeysOn = button('Same bad luck, keys on')
    this.rerunKeysOff = button('Same bad luck, keys off')
    this.rerunInOneTransaction = button('Same bad luck, one transaction')
    this.showTheMoment = button('Show the moment')
    this.playButton = button('Play')
    this.pauseButton = button('Pause')
    this.stepForward = button('Step forward')
    this.stepBack = button('Step back')
    this.latest = button('Latest')
    this.undo = button('Undo')
    this.redo = button('Redo')
    this.reset = button('Reset')
    this.timeline = named('slider', 'Timeline')
    this.speed = named('combobox', 'Speed')
    this.share = button('Share')
    this.link = named('textbox', 'Link')
    this.copyLink = button('Copy link')
    this.events = region('Events')
    this.eventRows = this.events.getByRole('listitem')
    this.everyDetail = named('switch', 'Every detail')
    this.lookCloser = region('Look closer')
    const opens = (name: string) => this.lookCloser.getByRole('button', { name, exact: true })
    this.diagramButton = opens('Space-time diagram')
    this.explainButton = opens('Explain')
    this.exportsButton = opens('Exports')
    this.simulatorLink = named('link', 'Simulator')
    this.learnLink = named('link', 'Learn')
    this.twinLink = named('link', 'Twin')
    this.scenariosLink = named('link', 'Scenarios')
    this.twinFirst = side(place, 'first')
    this.twinSecond = side(place, 'second')
    this.parting = place.getByTestId('parting')
    this.whatDiffers = named('combobox', 'What differs')
  }

  /** A message's packet on the wires: `p1.a2.response`. */
  packet(messageId: string): Locator {
    return this.place.locator(packetOf(messageId))
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

  /** A scenario's card on the page of scenarios, by its title. */
  scenario(title: string): Locator {
    return this.place.getByRole('link', { name: title, exact: true })
  }
}

const packetOf = (messageId: string) => `[data-testid="packet"][data-message="${messageId}"]`

function side(place: Page | Frame, which: 'first' | 'second'): TwinSide {
  const root = place.getByTestId(`twin-${which}`)
  return {
    root,
    verdict: root.getByTestId('verdict'),
    balance: root.getByTestId('balance'),
    packet: messageId => root.locator(packetOf(messageId)),
  }
}
