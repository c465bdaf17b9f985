import type { Input, Settings } from '../sim/index.ts'

/** Whose doing a situation is. */
export type Group = 'The network' | 'The person' | 'The key' | 'The bank'

/** A situation with a name: what is set, what is pressed and when, and a question to answer before one watches it. */
export interface Scenario {
  /** Stands in the address (`scenario=ghost`): public, never changes. */
  readonly id: string
  readonly title: string
  /** One line that a prediction can be made about. It does not give the outcome away. */
  readonly question: string
  readonly group: Group
  /** What is not set has its default. */
  readonly session: { readonly settings: Partial<Settings>; readonly inputs: readonly Input[] }
  /** What to notice, in a sentence. For afterwards: it gives the outcome away. */
  readonly notice: string
}

/** In the order in which they are shown. */
export const GROUPS: readonly Group[] = ['The network', 'The person', 'The key', 'The bank']

const pay = (...times: number[]): Input[] => times.map(at => ({ at, type: 'pay' }))
const payAmount = (at: number, amount: number): Input => ({ at, type: 'pay', amount })
const newPayment = (at: number): Input => ({ at, type: 'newPayment' })

/** Under this seed the first answer of a payment is lost and the second arrives. */
const LOSES_THE_FIRST = 202
/** Every message arrives, so that nothing but the situation itself is to blame. */
const NONE_LOST = { responseLoss: 0 } as const
const KEYED = { keys: 'per-payment' } as const

/** Every situation. The presses come when a person could make them: the impatient at once, the others after a timeout. */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'ghost',
    title: 'The ghost',
    question: 'The page says nothing, and you give up. Was the money taken?',
    group: 'The network',
    session: { settings: { seed: LOSES_THE_FIRST }, inputs: [...pay(0), newPayment(4500)] },
    notice:
      'The answer was lost, not the payment: you were charged, and nothing on your side will ever say so.',
  },
  {
    id: 'request-or-answer',
    title: 'Request lost or answer lost?',
    question: 'Two payments, and no answer to either. Can you tell which of them was charged?',
    group: 'The network',
    session: {
      settings: { seed: 41, requestLoss: 0.5 },
      inputs: [...pay(0), newPayment(4000), ...pay(5000), newPayment(9000)],
    },
    notice: 'You saw the same twice, to the millisecond; only the ledger knows that the second was charged.',
  },
  {
    id: 'late-answer',
    title: 'A late answer',
    question: 'Nothing came before the timeout. Has the payment failed?',
    group: 'The network',
    session: { settings: { seed: 1, ...NONE_LOST, latency: '1300-1500' }, inputs: pay(0) },
    notice: 'The timeout ended the waiting, not the payment: the answer came after it and said “paid”.',
  },
  {
    id: 'overtaken',
    title: 'A retry overtakes its original',
    question: 'The retry reaches the bank first. What becomes of the original?',
    group: 'The network',
    session: { settings: { seed: 2153, ...NONE_LOST, latency: '300-6000' }, inputs: pay(0, 3000) },
    notice: 'The original was still on its way and was charged as well, after you had been told “paid”.',
  },
  {
    id: 'duplicated-delivery',
    title: 'The duplicated delivery',
    question: 'You press once, and the network delivers the request twice. How often are you charged?',
    group: 'The network',
    session: { settings: { seed: 16, ...NONE_LOST, duplicate: 1 }, inputs: pay(0) },
    notice:
      'One press, two charges: a network may deliver at least once, and without a key a copy is a new payment.',
  },
  {
    id: 'double-click',
    title: 'The impatient double click',
    question: 'Two clicks in a fifth of a second, and no message is lost. How often are you charged?',
    group: 'The person',
    session: { settings: { seed: 1, ...NONE_LOST }, inputs: pay(0, 200) },
    notice:
      'Nothing had to go wrong: each click sent a request, and without a key each request is a payment.',
  },
  {
    id: 'declined-card',
    title: 'A declined card retried',
    question: 'Your card is declined, and you have pressed again. Is the card asked a second time?',
    group: 'The person',
    session: { settings: { seed: 1, ...KEYED, ...NONE_LOST, card: 'declined' }, inputs: pay(0, 1200) },
    notice:
      'The second 402 is the first one, saved with the key: a new card needs a new payment and a new key.',
  },
  {
    id: 'too-many-requests',
    title: 'Too many requests',
    question: 'The retry is turned away with 429. Does that mean you were not charged?',
    group: 'The person',
    session: { settings: { seed: LOSES_THE_FIRST, ...KEYED, rateLimit: 0.5 }, inputs: pay(0, 3000) },
    notice:
      'The 429 was given before anybody looked: it says nothing about the first attempt, which was charged.',
  },
  {
    id: 'key-per-attempt',
    title: 'A new key for every attempt',
    question: 'Every request carries a key, each time a fresh one. What is that worth?',
    group: 'The key',
    session: { settings: { seed: LOSES_THE_FIRST, keys: 'per-attempt' }, inputs: pay(0, 3000) },
    notice: 'Exactly as much as no key: to the bank a new key is a new payment.',
  },
  {
    id: 'key-per-session',
    title: 'One key for the whole session',
    question: 'You buy twice, and both payments carry one key. What does the bank make of the second?',
    group: 'The key',
    session: {
      settings: { seed: 1, keys: 'per-session', ...NONE_LOST },
      inputs: [...pay(0), newPayment(3000), ...pay(3500)],
    },
    notice: 'The second got the first one’s saved answer: you were told “paid”, and nobody charged it.',
  },
  {
    id: 'another-amount',
    title: 'The same key with another amount',
    question: 'The second purchase costs $25 and carries the key of the first. What does the bank answer?',
    group: 'The key',
    session: {
      settings: { seed: 1, keys: 'per-session', ...NONE_LOST },
      inputs: [...pay(0), newPayment(3000), payAmount(3500, 2500)],
    },
    notice:
      'A key stands for one request: with another payload the bank refuses it with 422 and charges nothing.',
  },
  {
    id: 'expired-key',
    title: 'A retry after the key expired',
    question: 'The bank keeps a key for three seconds, and you retry after five. What is the retry to it?',
    group: 'The key',
    session: { settings: { seed: LOSES_THE_FIRST, ...KEYED, ttl: 3000 }, inputs: pay(0, 5000) },
    notice: 'The key was the same, but the bank had forgotten it, so the retry was charged as a new payment.',
  },
  {
    id: 'ghost-with-key',
    title: 'The ghost, with a key',
    question: 'The ghost’s bad luck, but now with a key, and you retry. What does the bank answer?',
    group: 'The key',
    session: { settings: { seed: LOSES_THE_FIRST, ...KEYED }, inputs: pay(0, 3000) },
    notice: 'The answer was lost all the same; the retry got the saved one, and the money moved once.',
  },
  {
    id: 'crash-before-record',
    title: 'The crash between charge and record',
    question: 'The bank charges, then dies before it writes the key down. What does the retry find?',
    group: 'The bank',
    session: {
      settings: { seed: 1, ...KEYED, ...NONE_LOST, server: 'charge-then-record', crash: 'after-charge' },
      inputs: pay(0, 3000),
    },
    notice: 'The charge was there and the key was not: what happens between two writes happens twice.',
  },
  {
    id: 'check-then-act',
    title: 'The race on check-then-act',
    question: 'The bank looks for the key before it charges. What do two requests see that look at once?',
    group: 'The bank',
    session: {
      settings: { seed: 3, ...KEYED, ...NONE_LOST, server: 'check-then-act' },
      inputs: pay(0, 150),
    },
    notice: 'Both looked before either had written: both saw nothing, and both charged.',
  },
  {
    id: 'another-instance',
    title: 'The retry that meets another instance',
    question: 'Two instances, each with a memory of its own. What does the one know that gets the retry?',
    group: 'The bank',
    session: {
      settings: { seed: LOSES_THE_FIRST, ...KEYED, server: 'lua-get-or-claim', memory: 'per-instance' },
      inputs: pay(0, 3000),
    },
    notice: 'The key was right and the code was right, but the key was in the other instance’s memory.',
  },
  {
    id: 'pause-outlives-lease',
    title: 'A pause longer than the lease',
    question: 'A worker falls asleep on its lease, and a retry arrives. What does it do when it wakes?',
    group: 'The bank',
    session: {
      settings: { seed: 1, ...KEYED, ...NONE_LOST, server: 'set-nx', pause: 4000, lease: 1500 },
      inputs: pay(0, 3000),
    },
    notice: 'The lease was gone, another had claimed the key and charged, and the sleeper charged as well.',
  },
  {
    id: 'orphaned-claim',
    title: 'The claim of a dead worker',
    question: 'A worker claims the key and dies before it charges. Who finishes the payment?',
    group: 'The bank',
    session: {
      settings: { seed: 1, ...KEYED, ...NONE_LOST, server: 'lua-get-or-claim', crash: 'before-charge' },
      inputs: pay(0, 3000, 6500),
    },
    notice:
      'Nobody: the key says “processing” for ever, so every retry gets 409 and nothing is ever charged.',
  },
]
