import type { Film } from './kit/film.ts'

/** How long a hand takes for the second of two clicks, in virtual time. */
const DOUBLE_CLICK_MS = 150

/** A double click meets a bank that checks for the key and then acts; then one that does both in one transaction. */
export async function race(film: Film): Promise<void> {
  const { simulator } = film
  await film.open({ seed: 3, keys: 'per-payment', server: 'check-then-act', responseLoss: 0 })

  film.chapter('A double click')
  await film.say('Here no message is lost, and every request carries a key. What can go wrong?')
  await film.pressAndStop(simulator.payButton)
  await film.goOnTo(DOUBLE_CLICK_MS)
  await film.pressAndStop(simulator.payButton)
  await film.goOnTo(400)
  await film.say('You double-click. Two requests with the same key are in flight.')

  film.chapter('Check, then act')
  await film.sayAt('store.read', { attempt: 1 }, 'Worker 1 looks for the key and finds nothing.')
  await film.sayAt('store.read', { attempt: 2 }, 'So does worker 2: nobody has recorded the key yet.')
  await film.sayAt(
    'promise.broken',
    {},
    'Each charges. Between the check and the act there was room for the other.',
  )
  await film.sayAtEnd('Charged twice, in spite of the key.')

  film.chapter('In one transaction')
  await film.say('The same double click, at a bank that claims the key and charges in one transaction.')
  await film.press(simulator.rerunInOneTransaction)
  await film.sayAt(
    'ledger.charged',
    {},
    'One claims the key and charges. The other gets 409: the first is still under way.',
  )
  await film.sayAtEnd('Charged once. The check and the act are one.')
  await film.end()
}
