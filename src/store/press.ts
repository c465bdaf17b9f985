import {
  checkAmount,
  checkChange,
  checkInput,
  frameAt,
  type Input,
  LIMITS,
  LimitError,
  openPayment,
  type Session,
  type State,
  type Trace,
} from '../sim/index.ts'

/** Something a person does, still without its time. */
export type Press = Input extends infer I ? (I extends Input ? Omit<I, 'at'> : never) : never

/** Whether a press at a time does anything. After "paid" nothing more is bought, however often one clicks. */
export function isPressUseful(trace: Trace, at: number, press: Press): boolean {
  const { state } = frameAt(trace, at)
  const payment = state.payments[openPayment(state) - 1]
  switch (press.type) {
    case 'pay':
      return payment?.belief !== 'paid' && payment?.belief !== 'failed'
    case 'newPayment':
      return payment !== undefined
    case 'dropMessage':
      return !trace.flights.some(({ message, endAt }) => message === press.message && endAt <= at)
    case 'configure':
      return Object.keys(press.settings).length > 0
  }
}

/** @throws LimitError when a press would go over what one session may hold */
export function checkPressLimit(state: State, press: Press): void {
  if (press.type !== 'pay') return
  const payment = state.payments[openPayment(state) - 1]
  if (payment && payment.attempts.length >= LIMITS.attemptsByHand) {
    throw new LimitError('attemptsByHand', 'This payment cannot have another attempt; open a new payment')
  }
  if (!payment && state.payments.length >= LIMITS.payments) {
    throw new LimitError('payments', 'This session cannot hold another payment; reset it')
  }
}

/**
 * The session with one press more at a time: what was pressed later goes, since a press in the past forks there.
 *
 * @throws BadValueError, LimitError
 */
export function withPress(session: Session, at: number, press: Press): Session {
  const kept = session.inputs.filter(input => input.at <= at)
  if (press.type === 'configure') return withChange(session, kept, at, press)
  return { ...session, inputs: [...kept, checkInput({ at, ...press })] }
}

/** Before the first input a changed setting is an initial one; two changes at the same time are one. */
function withChange(
  session: Session,
  kept: Input[],
  at: number,
  press: Press & { type: 'configure' },
): Session {
  const settings = checkChange(press.settings, 'settings')
  if (kept.length === 0) return { settings: { ...session.settings, ...settings }, inputs: [] }
  const last = kept.at(-1)
  if (last?.type === 'configure' && last.at === at) {
    return {
      ...session,
      inputs: [...kept.slice(0, -1), { ...last, settings: { ...last.settings, ...settings } }],
    }
  }
  return { ...session, inputs: [...kept, checkInput({ at, type: 'configure', settings })] }
}

/** @throws BadValueError */
export function payPress(amount?: unknown): Press {
  return amount === undefined ? { type: 'pay' } : { type: 'pay', amount: checkAmount(amount, 'amount') }
}
