import type { Settings } from '../scenario.ts'
import type { Input } from '../session.ts'

/** A session whose events have always had the same hash, in every engine. */
export interface Pinned {
  readonly name: string
  readonly session: { readonly settings: Partial<Settings>; readonly inputs: readonly Input[] }
  /** `traceHash` of the whole run. */
  readonly hash: string
}

/** Every setting by name: a changed default changes none of the runs that are built on this. */
const PLAIN: Settings = {
  seed: 1,
  keys: 'off',
  server: 'one-transaction',
  responseLoss: 0.5,
  requestLoss: 0,
  latency: '600-800',
  timeout: 2500,
  retry: 'manual',
  attempts: 5,
  backoff: 'exponential',
  jitter: 'none',
  amount: 10_000,
  card: 'ok',
  duplicate: 0,
  rateLimit: 0,
  crash: 'none',
  pause: 0,
  serverError: 'none',
  errorReplay: 'saved',
  keyRequired: 'off',
  memory: 'shared',
  ttl: 86_400_000,
  lease: 10_000,
}

const pay = (...times: number[]): Input[] => times.map(at => ({ at, type: 'pay' }))
const payAmount = (at: number, amount: number): Input => ({ at, type: 'pay', amount })
const newPayment = (at: number): Input => ({ at, type: 'newPayment' })
const drop = (at: number, message: string): Input => ({ at, type: 'dropMessage', message })
const set = (at: number, settings: Partial<Omit<Settings, 'seed'>>): Input => ({
  at,
  type: 'configure',
  settings,
})

/** Payments one after the other, each left alone for a while. */
const buys = (count: number, everyMs: number): Input[] =>
  Array.from({ length: count }, (_, index) => [
    ...pay(index * everyMs),
    newPayment((index + 1) * everyMs - 1),
  ]).flat()

const plain = (settings: Partial<Settings>, inputs: Input[]) => ({
  settings: { ...PLAIN, ...settings },
  inputs,
})
const auto = (settings: Partial<Settings>, inputs: Input[]) => plain({ retry: 'auto', ...settings }, inputs)

/** Plain data, so that a browser can be given the same sessions. */
export const PINNED: readonly Pinned[] = [
  {
    // The only one that hangs on the defaults: it shows when one of them changes.
    name: 'the story, all settings at their defaults',
    session: { settings: {}, inputs: [...pay(0, 3000), newPayment(8000), ...pay(8500, 11_500)] },
    hash: '4cc431482d5640f3',
  },
  {
    name: 'no keys, ten impatient presses',
    session: plain({ seed: 2 }, pay(0, 150, 300, 450, 600, 750, 900, 1050, 1200, 1350)),
    hash: 'f24c60a3758efd7e',
  },
  {
    name: 'a key per payment, ten impatient presses',
    session: plain({ seed: 2, keys: 'per-payment' }, pay(0, 150, 300, 450, 600, 750, 900, 1050, 1200, 1350)),
    hash: 'ab36967eedb5fa8e',
  },
  {
    name: 'a new key per attempt',
    session: plain({ seed: 3, keys: 'per-attempt', responseLoss: 0.9 }, pay(0, 2600, 5200, 7800)),
    hash: 'c33001dbfae25c36',
  },
  {
    name: 'one key for the session: a swallowed purchase and another amount',
    session: plain({ seed: 4, keys: 'per-session', responseLoss: 0.2 }, [
      ...pay(0, 3000),
      newPayment(6000),
      ...pay(6500, 9500),
      newPayment(12_000),
      payAmount(12_500, 2500),
      newPayment(12_900),
      payAmount(13_000, 2500),
    ]),
    hash: '3eeebcceb8d3d0da',
  },
  {
    name: 'check-then-act, two presses that race',
    session: plain(
      { seed: 5, keys: 'per-payment', server: 'check-then-act', latency: '700-700' },
      pay(0, 100),
    ),
    hash: 'edf9479a624e619a',
  },
  {
    name: 'check-then-act, automatic, with a key per payment',
    session: auto({ seed: 6, keys: 'per-payment', server: 'check-then-act' }, buys(5, 20_000)),
    hash: '8f17a0808ee11666',
  },
  {
    name: 'no-key in spite of keys',
    session: auto({ seed: 7, keys: 'per-payment', server: 'no-key', backoff: 'fixed' }, buys(5, 20_000)),
    hash: '6a658efedd63434a',
  },
  {
    name: 'one-transaction, automatic, exponential backoff with full jitter',
    session: auto({ seed: 8, keys: 'per-payment', jitter: 'full', responseLoss: 0.8 }, buys(6, 30_000)),
    hash: '9b80ba9e9296a372',
  },
  {
    name: 'one-transaction, automatic, fixed backoff with equal jitter, impatient timeout',
    session: auto(
      { seed: 9, keys: 'per-payment', backoff: 'fixed', jitter: 'equal', timeout: 900, attempts: 10 },
      buys(4, 15_000),
    ),
    hash: '528d2d7f8458e2b8',
  },
  {
    name: 'no keys, automatic, requests lost too',
    session: auto({ seed: 10, requestLoss: 0.4, responseLoss: 0.4, attempts: 6 }, buys(6, 40_000)),
    hash: '7cf62f1c6f2bf220',
  },
  {
    name: 'a new key per attempt, automatic, equal jitter',
    session: auto({ seed: 11, keys: 'per-attempt', jitter: 'equal' }, buys(6, 30_000)),
    hash: '62f238564c314a1b',
  },
  {
    name: 'a declined card, its 402 saved and replayed',
    session: plain({ seed: 12, keys: 'per-payment', card: 'declined', responseLoss: 0 }, [
      drop(0, 'p1.a1.response'),
      ...pay(0, 3000, 6000),
      newPayment(9000),
      set(9100, { card: 'ok' }),
      ...pay(9500, 12_500),
    ]),
    hash: '3619e0c3b408e563',
  },
  {
    name: 'a declined card without keys, automatic',
    session: auto({ seed: 13, card: 'declined', requestLoss: 0.3 }, buys(3, 30_000)),
    hash: '99956d3ddf99370f',
  },
  {
    name: 'messages dropped by hand, in flight, before sending and too late',
    session: plain({ seed: 14, responseLoss: 0 }, [
      drop(0, 'p1.a2.response'),
      ...pay(0),
      drop(300, 'p1.a1.request'),
      ...pay(2600, 5200),
      drop(5900, 'p1.a3.request'),
      drop(8000, 'p1.a3.request'),
    ]),
    hash: '72ed7206959872e3',
  },
  {
    name: 'keys switched on for the next payment',
    session: plain({ seed: 15, responseLoss: 0 }, [
      drop(0, 'p1.a1.response'),
      drop(0, 'p1.a2.response'),
      drop(0, 'p2.a1.response'),
      ...pay(0, 2600),
      set(3000, { keys: 'per-payment' }),
      ...pay(5200),
      newPayment(9000),
      ...pay(9500, 12_100, 14_700),
    ]),
    hash: '324b353beb45f7ad',
  },
  {
    name: 'made automatic while unknown, then losing more and getting slower',
    session: plain({ seed: 16, keys: 'per-payment', responseLoss: 1 }, [
      ...pay(0),
      set(4000, { retry: 'auto', backoff: 'fixed', attempts: 4 }),
      set(9000, { latency: '1500-2500', timeout: 6000, responseLoss: 0.25 }),
      newPayment(40_000),
      ...pay(41_000),
    ]),
    hash: 'cf3d7378bcb41c6d',
  },
  {
    name: 'strategies changed while requests are under way',
    session: plain({ seed: 17, keys: 'per-payment', latency: '100-900' }, [
      ...pay(0, 200, 400),
      set(500, { server: 'check-then-act' }),
      ...pay(900, 1800),
      set(2000, { server: 'no-key' }),
      ...pay(2600, 5500),
    ]),
    hash: '70aee47b397a3608',
  },
  {
    name: 'an instant network, and the largest seed',
    session: auto({ seed: 4294967295, latency: '0-0', amount: 1, keys: 'per-payment' }, buys(4, 12_000)),
    hash: '054f8b67d5855006',
  },
  {
    name: 'answers later than the timeout, given up and paid anew',
    session: plain({ seed: 19, latency: '900-4000', timeout: 2000, responseLoss: 0.1 }, [
      ...pay(0),
      newPayment(2500),
      ...pay(2600, 4700),
      newPayment(9000),
      payAmount(9000, 99_999_999),
    ]),
    hash: '56199424a4adfbb2',
  },
  {
    name: 'every request delivered twice, without keys',
    session: plain({ seed: 21, duplicate: 1, latency: '100-900' }, pay(0, 2600)),
    hash: '29175e2e5a94006e',
  },
  {
    name: 'half of the requests delivered twice, automatic, requests lost too',
    session: auto(
      { seed: 22, keys: 'per-payment', duplicate: 0.5, requestLoss: 0.3, latency: '100-900' },
      buys(5, 20_000),
    ),
    hash: '38677af85825657a',
  },
  {
    name: 'turned away with 429, automatic, full jitter',
    session: auto({ seed: 23, keys: 'per-payment', rateLimit: 0.6, jitter: 'full' }, buys(4, 20_000)),
    hash: '039071ea31f7a1b2',
  },
  {
    name: 'one-transaction, a crash before the charge, while others wait',
    session: plain({ seed: 24, keys: 'per-payment', crash: 'before-charge' }, pay(0, 50, 100, 150, 3000)),
    hash: '5aa540131647f622',
  },
  {
    name: 'charge-then-record, a crash after the charge',
    session: auto(
      { seed: 25, keys: 'per-payment', server: 'charge-then-record', crash: 'after-charge' },
      buys(3, 20_000),
    ),
    hash: '4ac2438749be7186',
  },
  {
    name: 'unique-200, a crash after the record',
    session: auto(
      { seed: 26, keys: 'per-payment', server: 'unique-200', crash: 'after-record' },
      buys(3, 20_000),
    ),
    hash: 'e6d4c70ce8d7e59f',
  },
  {
    name: 'unique-409, a crash when the answer is ready',
    session: auto(
      { seed: 27, keys: 'per-payment', server: 'unique-409', crash: 'after-answer-is-ready' },
      buys(2, 30_000),
    ),
    hash: 'a339338cb5980b2c',
  },
  {
    name: 'set-nx, a pause longer than its lease',
    session: plain(
      { seed: 28, keys: 'per-payment', server: 'set-nx', pause: 4000, lease: 2000 },
      pay(0, 2600, 5200, 7800),
    ),
    hash: '41b870f674b25df8',
  },
  {
    name: 'lock-check-outside, an old look and a lease that is too short',
    session: plain(
      { seed: 31, keys: 'per-payment', server: 'lock-check-outside', lease: 400, latency: '100-900' },
      pay(0, 150, 300, 450, 600, 3100),
    ),
    hash: '44c49be49a70ad1f',
  },
  {
    name: 'lua-get-or-claim, stuck after a crash',
    session: auto(
      { seed: 30, keys: 'per-payment', server: 'lua-get-or-claim', crash: 'before-charge' },
      buys(2, 40_000),
    ),
    hash: 'e67ab0e98d0c1b30',
  },
  {
    name: 'saved-response, two presses that overlap, and a crash',
    session: plain(
      { seed: 31, keys: 'per-payment', server: 'saved-response', crash: 'after-charge' },
      pay(0, 200, 3000, 5600),
    ),
    hash: '5e8984cdeda7a2df',
  },
  {
    name: 'saved-response-downstream-key, the same two presses and the same crash',
    session: plain(
      { seed: 31, keys: 'per-payment', server: 'saved-response-downstream-key', crash: 'after-charge' },
      pay(0, 200, 3000, 5600),
    ),
    hash: '3625fbd6e5026b80',
  },
  {
    name: 'a 500 after the charge, saved and replayed',
    session: auto({ seed: 32, keys: 'per-payment', serverError: 'after-charge' }, buys(2, 40_000)),
    hash: '327358b2d1ddf604',
  },
  {
    name: 'a 500 after the charge, rolled back, then run again',
    session: auto(
      { seed: 33, keys: 'per-payment', serverError: 'after-charge', errorReplay: 'run-again' },
      buys(2, 40_000),
    ),
    hash: '0e2845908213e325',
  },
  {
    name: 'a 500 after the charge, forgotten with its key, then charged again',
    session: auto(
      {
        seed: 34,
        keys: 'per-payment',
        server: 'lua-get-or-claim',
        serverError: 'after-charge',
        errorReplay: 'run-again',
      },
      buys(2, 40_000),
    ),
    hash: 'd6242ce289ba5bed',
  },
  {
    name: 'a key required: none, an empty one, one too long, a good one',
    session: plain({ seed: 35, keyRequired: 'on', responseLoss: 0 }, [
      ...pay(0),
      set(2900, { keys: 'empty' }),
      newPayment(3000),
      ...pay(3100),
      set(5900, { keys: 'too-long' }),
      newPayment(6000),
      ...pay(6100),
      set(8900, { keys: 'per-payment' }),
      newPayment(9000),
      ...pay(9100),
    ]),
    hash: '2853ec0328e305c6',
  },
  {
    name: 'two instances, each with a memory of its own, one of which crashes',
    session: auto(
      {
        seed: 36,
        keys: 'per-payment',
        server: 'lua-get-or-claim',
        memory: 'per-instance',
        crash: 'after-record',
        responseLoss: 0.8,
      },
      buys(3, 30_000),
    ),
    hash: 'ecea1f2924607f08',
  },
  {
    name: 'a key forgotten after two seconds, and its payment charged again',
    session: plain({ seed: 37, keys: 'per-payment', ttl: 2000, responseLoss: 1 }, pay(0, 2600, 5200, 7800)),
    hash: '4564795972d0a748',
  },
  {
    name: 'every fault at once, automatic',
    session: auto(
      {
        seed: 38,
        keys: 'per-payment',
        server: 'saved-response',
        memory: 'per-instance',
        requestLoss: 0.2,
        duplicate: 0.5,
        rateLimit: 0.2,
        crash: 'after-charge',
        pause: 1500,
        serverError: 'after-charge',
        errorReplay: 'run-again',
        ttl: 9000,
        lease: 1000,
        jitter: 'equal',
        attempts: 8,
      },
      buys(4, 40_000),
    ),
    hash: '5f9e5fb6e8cce078',
  },
]
