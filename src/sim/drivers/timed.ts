import type { Choice } from '../choice.ts'
import type { MessageId } from '../network/message.ts'
import type { Input, Session } from '../session.ts'
import { checkInputCount } from '../session.ts'
import { openPayment, type State } from '../state.ts'
import { Recorder } from '../trace/recorder.ts'
import type { Trace } from '../trace/trace.ts'
import { Agenda } from './agenda.ts'
import { type Plan, plansAfter } from './schedule.ts'
import type { Struck } from './strike.ts'
import { wishesOf } from './wish.ts'

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
    const taken = recorder.take(at, choice)
    if (!taken) return
    for (const plan of plansAfter(taken, struck)) {
      const doom = departsDoomed(plan, doomed)
      if (doom) agenda.add(at, doom)
      else if (plan.kind === 'hold') agenda.hold(plan.payment, at + plan.forMs)
      else
        for (const wish of wishesOf(plan, taken.state.settings, recorder.draws)) {
          agenda.add(at + wish.afterMs, wish.choice)
        }
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

/** A message that was dropped before it was sent is lost the moment it departs. */
function departsDoomed(plan: Plan, doomed: ReadonlySet<MessageId>): Choice | null {
  if (plan.kind !== 'travel' || !doomed.has(plan.message.id)) return null
  return { kind: 'lose', message: plan.message.id, by: 'person' }
}
