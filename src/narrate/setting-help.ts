import type { Settings } from '../sim/index.ts'

/** What each setting does, in one plain sentence: below its control, and in the README. */
export const SETTING_HELP: { readonly [Name in keyof Settings]: string } = {
  seed: 'The luck of the network. The same seed draws the same losses and delays.',
  keys: 'When the client makes a new idempotency key. Applies from the next payment.',
  server: 'What the bank does with a request that carries a key.',
  responseLoss: 'How likely an answer is lost on its way to you.',
  requestLoss: 'How likely a request is lost on its way to the bank.',
  latency: 'How long a message travels: drawn evenly between the two.',
  timeout: 'How long the client waits for an answer to its newest attempt.',
  retry: 'Whether the client sends another attempt by itself while it does not know.',
  attempts: 'After so many attempts of a payment the automatic client gives up.',
  backoff: 'How the wait before an automatic attempt grows: always 1 s, or 1, 2, 4 and at most 8 s.',
  jitter: 'How much of that wait is chance, so that many clients do not come back at once.',
  amount: 'What one payment costs. Applies from the next payment.',
  card: 'What the card issuer says. Applies from the next payment.',
  duplicate:
    'How likely a request that arrives does so twice: the network may deliver at least once, not exactly once.',
  rateLimit:
    'How likely the bank turns a request away before it looks at it. That says nothing about earlier attempts.',
  crash:
    'Where a worker of the bank dies, once a payment. It is back after 0.8 s and has forgotten the request.',
  pause:
    'How long a worker sleeps before it charges, once a payment: a garbage collection, a moved machine. 0 is never.',
  serverError: 'Whether the bank breaks after it has charged, once a payment, and answers 500.',
  errorReplay:
    'Whether the 500 is saved with the key, as Stripe’s v1 does, or forgotten so that a retry runs again.',
  keyRequired: 'Whether the bank refuses a request without an idempotency key with 400.',
  memory:
    'Whether both workers share one key store, or each is an instance with a memory of its own and retries alternate between them. A database is always shared.',
  ttl: 'How long the bank remembers a key. At exactly that age it is forgotten, and a retry is a new request.',
  lease: 'How long set-nx and lock-check-outside hold a key while they work on it.',
}
