import type { Choice } from '../choice.ts'
import type { EventKind } from '../event.ts'
import type { MessageId } from '../network/message.ts'
import type { Input, Session } from '../session.ts'
import { checkInputCount } from '../session.ts'
import { openPayment, type State } from '../state.ts'
import { Recorder } from '../trace/recorder.ts'
import type { Step, Trace } from '../trace/trace.ts'
import { Agenda } from './agenda.ts'
import { type Struck, wishesAfter } from './schedule.ts'

/**
 * Runs a session to its end in virtual time. The least time comes first; at equal times what the world wants comes
 * before what a person does, so an input at t follows everything that happens at t and changes nothing before it.
 *
 * @throws LimitError when the session is too large
 */
export function simulate(session: Session): Trace {
  checkInputCount(session.inputs.length)
  const recorder = new Recorder(session.settings)
  const agenda = new Agenda()
  const doomed = new Set<MessageId>()
  const struck: Struck = new Set()
  const take = (at: number, choice: Choice) => {
    const before = recorder.state
    const step = recorder.take(at, choice)
    if (!step) return
    for (const { afterMs, choice: wished } of wishesAfter(step, before, recorder.draws, struck)) {
      const fate = departsDoomed(step, wished, doomed)
      if (fate) agenda.add(at, fate)
      else agenda.add(at + afterMs, wished)
    }
  }
  let pressed = 0
  for (;;) {
    const input = session.inputs[pressed]
    const inputAt = input?.at ?? Number.POSITIVE_INFINITY
    const wishAt = agenda.nextAt
    if (wishAt === Number.POSITIVE_INFINITY && !input) return recorder.finish()
    if (wishAt <= inputAt) {
      const wished = agenda.take()
      if (wished) take(wishAt, wished)
    } else if (input) {
      pressed += 1
      const choice = choiceOf(input, recorder.state, doomed)
      if (choice) take(input.at, choice)
    }
  }
}

/** What a press means at this moment; null when it means nothing. */
function choiceOf(input: Input, state: State, doomed: Set<MessageId>): Choice | null {
  switch (input.type) {
    case 'pay': {
      const payment = openPayment(state)
      const attempt = (state.payments[payment - 1]?.attempts.length ?? 0) + 1
      if (payment) return { kind: 'retry', by: 'person', payment, attempt }
      return { kind: 'pay', amount: input.amount ?? state.settings.amount }
    }
    case 'newPayment':
      return { kind: 'newPayment' }
    case 'configure':
      return { kind: 'configure', settings: input.settings }
    case 'dropMessage':
      // In flight it is lost at once, and not yet sent it is lost on sending; once arrived its id never comes back.
      doomed.add(input.message)
      return { kind: 'lose', message: input.message, by: 'person' }
  }
}

const DEPARTS: readonly EventKind[] = ['attempt.sent', 'request.duplicated', 'response.sent']

/** A message that was dropped before it was sent is lost the moment it departs. */
function departsDoomed(step: Step, wished: Choice, doomed: ReadonlySet<MessageId>): Choice | null {
  if (!('message' in wished) || !doomed.has(wished.message)) return null
  const departs = step.events.some(event => event.message === wished.message && DEPARTS.includes(event.kind))
  return departs ? { kind: 'lose', message: wished.message, by: 'person' } : null
}
