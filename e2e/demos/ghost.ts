import type { Film } from './kit/film.ts'

/** Two payments without an answer: one was never charged, the other was, and the phone cannot tell which. */
export async function ghost(film: Film): Promise<void> {
  const { simulator } = film
  await film.open({ seed: 41, requestLoss: 0.5 })

  film.chapter('No answer')
  await film.say('You pay $100. The network loses half of all requests and half of all answers.')
  await film.press(simulator.payButton)
  await film.sayAtEnd('No answer comes. Are you charged? The phone cannot tell.')
  await film.say('The ledger can: it still says $1,000.00. The request never arrived.')

  film.chapter('No answer again')
  await film.press(simulator.newPaymentButton)
  await film.say('Another payment, over the same network.')
  await film.press(simulator.payButton)
  await film.sayAtEnd('No answer again. To you it is the same silence.')
  await film.say('But now the ledger says $900.00. This time you are charged.')

  film.chapter('What was lost')
  await film.sayAt(
    'request.lost',
    { payment: 'p1' },
    'The first time the request was lost, before it reached the bank.',
  )
  await film.sayAt(
    'response.lost',
    { payment: 'p2' },
    'The second time the answer was lost, after the bank had charged.',
  )
  await film.press(simulator.latest)
  await film.say('A timeout is no failed payment. It says only that you do not know.')
  await film.end()
}
