import type { Film } from './kit/film.ts'

/** The run of a double charge, and the same luck again with an idempotency key. */
export async function cure(film: Film): Promise<void> {
  const { simulator } = film
  await film.open({ seed: 202 })
  await simulator.call('load', {
    inputs: [
      { at: 0, type: 'pay' },
      { at: 2500, type: 'pay' },
    ],
  })
  await simulator.call('runToEnd')

  film.chapter('Without a key')
  await film.say('One payment, two attempts, two charges: $800.00 where $900.00 should be.')
  await film.say('The same bad luck again, with one thing changed: an idempotency key.')

  film.chapter('With a key')
  await film.press(simulator.rerunKeysOn)
  await film.sayAt('handler.started', { attempt: 1 }, 'The request carries a key: a name for this payment.')
  await film.sayAt(
    'ledger.charged',
    { attempt: 1 },
    'The bank charges, and in the same transaction it records the key.',
  )
  await film.sayAt('response.lost', { attempt: 1 }, 'The same answer is lost.')
  await film.sayAt(
    'attempt.sent',
    { attempt: 2 },
    'You press again. The second attempt carries the same key.',
  )
  await film.sayAt(
    'response.sent',
    { attempt: 2 },
    'The bank knows the key. It charges nothing and replays its saved answer.',
  )

  film.chapter('One charge')
  await film.sayAtEnd('You are told “paid”, and the ledger says $900.00: charged once, in two attempts.')
  await film.say('The key does not mend the network. It makes pressing again safe.')
  await film.end()
}
