import type { Film } from './kit/film.ts'

/** The same presses and the same luck twice, keys off and on, until they part. */
export async function twin(film: Film): Promise<void> {
  const { simulator } = film
  await film.open({ seed: 202, hide: 'header' }, '#/twin')

  film.chapter('The same twice')
  await film.say('The same luck twice: no key on the left, one on the right.')
  await film.press(simulator.payButton)
  await film.sayAt('response.lost', { attempt: 1 }, 'One press is sent in both. Both banks charge.')
  await film.sayAtEnd('Both answers are lost. You are charged, and do not know it.')

  film.chapter('They part')
  await film.say('Now you press again, in both.')
  await film.press(simulator.payButton)
  await film.sayAt(
    'ledger.charged',
    { attempt: 2 },
    'They part: left charges again, right replays its saved answer.',
  )
  await film.sayAtEnd('Left: charged twice, meant once. Right: charged once.')
  await film.say('One thing was changed, so one thing is to blame.')
  await film.end()
}
