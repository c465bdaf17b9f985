import type { Film } from './kit/film.ts'

/** The same presses and the same luck twice, keys off and on, until they part. */
export async function twin(film: Film): Promise<void> {
  const { simulator } = film
  await film.open({ seed: 202, hide: 'header' }, '#/twin')

  film.chapter('The same twice')
  await film.say('Two worlds with the same luck. On the left no key, on the right one key per payment.')
  await film.press(simulator.payButton)
  await film.sayAt('response.lost', { attempt: 1 }, 'One press is sent in both. Both banks charge.')
  await film.sayAtEnd('Both answers are lost. The two are alike: you are charged, and do not know it.')

  film.chapter('They part')
  await film.say('Now you press again, in both.')
  await film.press(simulator.payButton)
  await film.sayAt(
    'ledger.charged',
    { attempt: 2 },
    'They part: the left bank charges again, the right one replays its saved answer.',
  )
  await film.sayAtEnd('Left: charged twice, meant once. Right: charged once, in two attempts.')
  await film.say('One thing was changed, so one thing is to blame.')
  await film.end()
}
