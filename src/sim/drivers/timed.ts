import type { Choice } from '../choice.ts'
import type { MessageId } from '../network/message.ts'
import type { Input, Session } from '../session.ts'
import { checkInputCount } from '../session.ts'
import { openPayment, type State } from '../state.ts'
import { Recorder } from '../trace/recorder.ts'
import type { Step, Trace } from '../trace/trace.ts'
import { TimeQueue } from './queue.ts'
import { wishesAfter } from './schedule.ts'

/**
 * Runs a session to its end in virtual time. The least time comes first; at equal times what the world wants comes
 * before what a person does, so an input at t follows everything that happens at t and changes nothing before it.
 *
 * @throws LimitError when the session is too large
 */
export function simulate(session: Session): Trace {
  checkInputCount(session.inputs.length)
  const recorder = new Recorder(session.settings)
  const queue = new TimeQueue<Choice>()
  const doomed = new Set<MessageId>()
  const take = (at: number, choice: Choice) => {
    const step = recorder.take(at, choice)
    if (!step) return
    for (const { afterMs, choice: wished } of wishesAfter(step, recorder.draws)) {
      const fate = departsDoomed(step, wished, doomed)
      if (fate) queue.add(at, fate)
      else queue.add(at + afterMs, wished)
    }
  }
  let pressed = 0
  for (;;) {
    const input = session.inputs[pressed]
    const inputAt = input?.at ?? Number.POSITIVE_INFINITY
    const queueAt = queue.nextAt
    if (queueAt === Number.POSITIVE_INFINITY && !input) return recorder.finish()
    if (queueAt <= inputAt) {
      const wished = queue.take()
      if (wished) take(queueAt, wished)
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

/** A message that was dropped before it was sent is lost the moment it departs. */
function departsDoomed(step: Step, wished: Choice, doomed: ReadonlySet<MessageId>): Choice | null {
  if (wished.kind !== 'deliver' && wished.kind !== 'lose') return null
  if (!doomed.has(wished.message)) return null
  const departs = step.events.some(event => event.message === wished.message && event.kind.endsWith('.sent'))
  return departs ? { kind: 'lose', message: wished.message, by: 'person' } : null
}
