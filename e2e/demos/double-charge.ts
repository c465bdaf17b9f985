import type { Film } from './kit/film.ts'

/** A lost answer, a second press, two charges. */
export async function doubleCharge(film: Film): Promise<void> {
  const { simulator } = film
  await film.open({ seed: 202 })

  film.chapter('A lost answer')
  await film.say('You pay $100 over a network that loses half of all answers.')
  await film.press(simulator.payButton)
  await film.sayAt('ledger.charged', { attempt: 1 }, 'The bank charges you.')
  await film.sayAt('response.lost', { attempt: 1 }, 'But its answer is lost on the way.')
  await film.sayAtEnd('You are charged and do not know it. A lost request would look the same.')

  film.chapter('A second press')
  await film.say('So you do what everybody does: you press again.')
  await film.press(simulator.payButton)
  await film.sayAt('ledger.charged', { attempt: 2 }, 'To the bank it is a new payment. It charges you again.')

  film.chapter('Two charges')
  await film.sayAtEnd('You are told “paid”, once. The ledger says $800.00: charged twice, meant once.')
  await film.press(simulator.showTheMoment)
  await film.say('This is the moment. Nothing in the second request says that it is the first one again.')
  await film.press(simulator.latest)
  await film.end()
}
