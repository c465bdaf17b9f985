import { drawWord, openPayment, type Purpose, type Trace } from '../sim/index.ts'

/** One draw: what for, and about what. */
export interface Draw {
  readonly purpose: Purpose
  readonly subject: readonly number[]
}

/** Every draw of an automatic run with a key per payment or none, and no message dropped by hand, told from its trace. */
export function drawsOfRun({ flights, steps }: Trace): Draw[] {
  const draws: Draw[] = []
  const draw = (purpose: Purpose, ...subject: number[]) => draws.push({ purpose, subject })
  for (const { kind, payment, attempt, end } of flights) {
    // The latency twice: once for the message's fate and once for its place on the screen.
    draw(`${kind}Latency`, payment, attempt)
    draw(`${kind}Latency`, payment, attempt)
    draw(`${kind}Loss`, payment, attempt)
    if (end === 'lost') draw(`${kind}LossPlace`, payment, attempt)
  }
  for (const { events, state } of steps) {
    const payment = openPayment(state)
    const unknown = payment > 0 && events.some(event => event.kind === 'payment.unknown')
    if (unknown) draw('jitter', payment, state.payments[payment - 1]?.attempts.length ?? 0)
  }
  for (const payment of new Set(flights.filter(({ key }) => key !== null).map(flight => flight.payment))) {
    for (const word of [0, 1, 2, 3]) draw('uuidOfPayment', payment, word)
  }
  return draws
}

/** The bare loop: the same draws and nothing else. Their sum, so that no engine can leave them out. */
export function drawAll(seed: number, draws: readonly Draw[]): number {
  let sum = 0
  for (const { purpose, subject } of draws) sum += drawWord(seed, purpose, ...subject)
  return sum
}
