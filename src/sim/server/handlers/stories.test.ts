import { describe, expect, it } from 'vitest'
import type { Settings } from '../../scenario.ts'
import { CALM, chargesIn, eventsOf, pays, run } from '../../testing/run.ts'
import { Scene } from '../../testing/scene.ts'
import type { CrashPoint } from '../crash-point.ts'
import { STRATEGY_IDS, type StrategyId } from '../strategies.ts'

/** How a retry is answered, and how often its payment has been charged in the end. `again` marks a replay. */
type Told = `${number}${' again' | ''}, charges ${number}`

/** What becomes of a key under a strategy, as in the table of strategies and the table of situations. */
interface Story {
  readonly retry: Told
  /** Two requests with one key, step by step at once: how each is answered. */
  readonly overlap: `${number} and ${number}, charges ${number}`
  /** Same key, other amount, once the first is done: how it is answered, and whether it is charged. */
  readonly otherPayload: Told
  /** The retry after the card was declined and that answer was lost. */
  readonly declined: Told
  /** The retry after a crash at each point; null where it has none. */
  readonly crash: Readonly<Record<CrashPoint, Told | null>>
  /** The retry after a 500, where that is saved, and where a retry runs again. */
  readonly saved500: Told
  readonly runAgain: Told
}

const crashes = (
  before: Told,
  after: Told,
  recorded: Told | null,
  ready: Told,
): Readonly<Record<CrashPoint, Told | null>> => ({
  'before-charge': before,
  'after-charge': after,
  'after-record': recorded,
  'after-answer-is-ready': ready,
})

const STORIES: Readonly<Record<StrategyId, Story>> = {
  'no-key': {
    retry: '201, charges 2',
    overlap: '201 and 201, charges 2',
    otherPayload: '201, charges 1',
    declined: '402, charges 0',
    crash: crashes('201, charges 1', '201, charges 2', null, '201, charges 2'),
    saved500: '201, charges 2',
    runAgain: '201, charges 2',
  },
  'charge-then-record': {
    retry: '201 again, charges 1',
    overlap: '201 and 201, charges 2',
    otherPayload: '201 again, charges 0',
    declined: '402 again, charges 0',
    crash: crashes('201, charges 1', '201, charges 2', '201 again, charges 1', '201 again, charges 1'),
    saved500: '500 again, charges 1',
    runAgain: '201, charges 2',
  },
  'check-then-act': {
    retry: '200, charges 1',
    overlap: '201 and 201, charges 2',
    otherPayload: '200, charges 0',
    declined: '200, charges 0',
    crash: crashes('200, charges 0', '200, charges 1', '200, charges 0', '200, charges 1'),
    saved500: '200, charges 1',
    runAgain: '200, charges 1',
  },
  'unique-200': {
    retry: '200, charges 1',
    overlap: '201 and 200, charges 1',
    otherPayload: '200, charges 0',
    declined: '200, charges 0',
    crash: crashes('200, charges 0', '200, charges 1', '200, charges 0', '200, charges 1'),
    saved500: '200, charges 1',
    runAgain: '200, charges 1',
  },
  'unique-409': {
    retry: '409, charges 1',
    overlap: '201 and 409, charges 1',
    otherPayload: '409, charges 0',
    declined: '409, charges 0',
    crash: crashes('409, charges 0', '409, charges 1', '409, charges 0', '409, charges 1'),
    saved500: '409, charges 1',
    runAgain: '409, charges 1',
  },
  'one-transaction': {
    retry: '201 again, charges 1',
    overlap: '201 and 409, charges 1',
    otherPayload: '422, charges 0',
    declined: '402 again, charges 0',
    crash: crashes('201, charges 1', '201, charges 1', '201 again, charges 1', '201 again, charges 1'),
    saved500: '500 again, charges 1',
    runAgain: '201, charges 1',
  },
  'set-nx': {
    retry: '200, charges 1',
    overlap: '201 and 409, charges 1',
    otherPayload: '200, charges 0',
    declined: '200, charges 0',
    crash: crashes('409, charges 0', '409, charges 1', '200, charges 1', '200, charges 1'),
    saved500: '409, charges 1',
    runAgain: '409, charges 1',
  },
  'lock-check-outside': {
    retry: '201 again, charges 1',
    overlap: '201 and 409, charges 1',
    otherPayload: '201 again, charges 0',
    declined: '402 again, charges 0',
    crash: crashes('409, charges 0', '409, charges 1', '201 again, charges 1', '201 again, charges 1'),
    saved500: '500 again, charges 1',
    runAgain: '201, charges 2',
  },
  'lua-get-or-claim': {
    retry: '201 again, charges 1',
    overlap: '201 and 409, charges 1',
    otherPayload: '422, charges 0',
    declined: '402 again, charges 0',
    crash: crashes('409, charges 0', '409, charges 1', '201 again, charges 1', '201 again, charges 1'),
    saved500: '500 again, charges 1',
    runAgain: '201, charges 2',
  },
  'saved-response': {
    retry: '201 again, charges 1',
    overlap: '201 and 201, charges 2',
    otherPayload: '422, charges 0',
    declined: '402 again, charges 0',
    crash: crashes('201, charges 1', '201, charges 2', '201 again, charges 1', '201 again, charges 1'),
    saved500: '500 again, charges 1',
    runAgain: '201, charges 2',
  },
  'saved-response-downstream-key': {
    retry: '201 again, charges 1',
    overlap: '201 and 201, charges 1',
    otherPayload: '422, charges 0',
    declined: '402 again, charges 0',
    crash: crashes('201, charges 1', '201, charges 1', '201 again, charges 1', '201 again, charges 1'),
    saved500: '500 again, charges 1',
    runAgain: '201, charges 1',
  },
}

/** How an attempt of a payment was answered, and how often the payment has been charged. */
function told(scene: Scene, payment: number, attempt: number): Told {
  const response = scene.answer(payment, attempt)
  const again = response?.headers['Idempotent-Replayed'] === 'true' ? ' again' : ''
  return `${response?.status ?? 0}${again}, charges ${scene.charges(payment)}`
}

/** A timed run of two presses, the first of which meets a fault: how the second was answered. */
function retried(settings: Partial<Settings>): Told | null {
  const trace = run({ ...CALM, keys: 'per-payment', ...settings }, pays(0, 3000))
  const sent = eventsOf(trace, 'response.sent').find(({ attempt }) => attempt === 2)
  if (!sent) return null
  const again = sent.data?.replayed ? ' again' : ''
  return `${sent.response?.status ?? 0}${again}, charges ${chargesIn(trace, 1)}`
}

/** The request arrives while another with its key is worked on; they take turns until both are answered. */
function inTurns(scene: Scene): Scene {
  scene.pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')
  while (scene.state.workers.some(worker => worker !== null)) {
    for (const worker of [0, 1]) if (scene.state.workers[worker]) scene.take({ kind: 'step', worker })
  }
  return scene
}

describe.each(STRATEGY_IDS)('the story of %s', server => {
  const story = STORIES[server]
  const keyed = (settings: Partial<Settings> = {}) => new Scene({ keys: 'per-payment', server, ...settings })
  const lostAnswer = (scene: Scene) => scene.pay().serve(1, 1).lose('p1.a1.response')

  it('begins with 201 and one charge', () => {
    const scene = keyed().pay().complete(1, 1)
    expect(told(scene, 1, 1)).toBe('201, charges 1')
    expect(scene.payment(1).belief).toBe('paid')
  })

  it(`answers the retry after a lost answer ${story.retry}`, () => {
    expect(told(lostAnswer(keyed()).pay().complete(1, 2), 1, 2)).toBe(story.retry)
  })

  it(`answers two at once ${story.overlap}`, () => {
    const scene = inTurns(keyed())
    const statuses = [1, 2].map(attempt => scene.answer(1, attempt)?.status).join(' and ')
    expect(`${statuses}, charges ${scene.charges(1)}`).toBe(story.overlap)
  })

  it(`answers the same key with another amount ${story.otherPayload}`, () => {
    const scene = keyed({ keys: 'per-session' }).pay().complete(1, 1).newPayment().pay(2500).complete(2, 1)
    expect(told(scene, 2, 1)).toBe(story.otherPayload)
    expect(scene.charges(1)).toBe(1)
  })

  it(`answers the retry with a declined card ${story.declined}`, () => {
    const scene = lostAnswer(keyed({ card: 'declined' }))
    expect(scene.answer(1, 1)?.status).toBe(402)
    expect(told(scene.pay().complete(1, 2), 1, 2)).toBe(story.declined)
  })

  it.each(Object.entries(story.crash))('answers the retry after a crash %s: %s', (crash, answered) => {
    expect(retried({ server, crash: crash as CrashPoint })).toBe(answered)
  })

  it(`answers the retry after a 500 ${story.saved500}, or, where a retry runs again, ${story.runAgain}`, () => {
    expect(retried({ server, serverError: 'after-charge' })).toBe(story.saved500)
    expect(retried({ server, serverError: 'after-charge', errorReplay: 'run-again' })).toBe(story.runAgain)
  })

  it('charges every attempt that has a key of its own', () => {
    const scene = keyed({ keys: 'per-attempt' }).pay().serve(1, 1).pay().serve(1, 2)
    expect(told(scene, 1, 2)).toBe('201, charges 2')
  })
})
