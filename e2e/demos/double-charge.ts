import type { Simulator } from '../simulator.ts'

/** How a demo is played. */
export interface Pace {
  /** Virtual time per wall-clock time. */
  readonly speed: number
  /** Leaves time to read. */
  readonly hold: (ms: number) => Promise<void>
}

/** As it is shown to people: about a minute. */
export const TOLD: Pace = { speed: 1, hold: ms => new Promise(resolve => setTimeout(resolve, ms)) }

/**
 * The story in a minute: a lost answer, a second press, two charges; then the same bad luck with a key, and one. Every
 * press comes when nothing is under way, so that its virtual time, and with it the trace, is always the same.
 */
export async function doubleCharge(simulator: Simulator, { speed, hold }: Pace = TOLD): Promise<void> {
  const say = async (text: string, readMs: number) => {
    await simulator.call('caption', text)
    await hold(readMs)
  }
  /** Stops the film at an event, for as long as it takes to read what is said of it. */
  const at = async (kind: string, attempt: number, text: string, readMs: number) => {
    await simulator.waitFor(kind, { attempt })
    await simulator.call('pause')
    await say(text, readMs)
    await simulator.call('play')
  }

  await simulator.open({ seed: 202, speed })
  await say('You pay $100 over a network that loses half of all answers.', 5000)
  await simulator.pay()
  await at('ledger.charged', 1, 'The bank has charged you.', 3000)
  await at('response.lost', 1, 'But its answer is lost on the way.', 4000)
  await simulator.waitUntilIdle()
  await say('Were you charged? You cannot know. A lost request would look the same.', 6000)

  await say('So you do what everybody does: you press again.', 3000)
  await simulator.payAgain()
  await at('ledger.charged', 2, 'To the bank it is a new payment. It charges you again.', 5000)
  await simulator.waitUntilIdle()
  await say('Charged twice, meant once.', 5000)

  await say('Now the same bad luck, with an idempotency key.', 4000)
  await simulator.rerunKeysOn.click()
  await at('response.lost', 1, 'The same answer is lost again.', 4000)
  await at('store.read', 2, 'But this time the bank knows the key.', 4000)
  await simulator.waitUntilIdle()
  await say('It charged once, and sends the answer it had saved.', 5000)
  await say('The key does not mend the network. It makes pressing again safe.', 5000)
  await simulator.call('caption', null)
}
