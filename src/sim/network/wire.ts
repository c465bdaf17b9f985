import { takeAnswer } from '../client/client.ts'
import type { ProtoEvent } from '../event.ts'
import { accept, refuse } from '../server/server.ts'
import type { State } from '../state.ts'
import { type Message, type MessageId, messageId } from './message.ts'

type Next = [State, ProtoEvent[]]

/** A message arrives: a request at the bank, an answer at the client. */
export function deliver(state: State, id: MessageId): Next {
  const [message, rest] = takeOff(state, id)
  return message.kind === 'request' ? accept(rest, message) : takeAnswer(rest, message)
}

/** A request arrives, and the bank turns it away. */
export function turnBack(state: State, id: MessageId): Next {
  const [message, rest] = takeOff(state, id)
  if (message.kind !== 'request') throw new Error(`${id} is no request.`)
  return refuse(rest, message)
}

/** The network makes a second of a request: it promises to deliver at least once, not exactly once. */
export function duplicate(state: State, id: MessageId): Next {
  const [original, rest] = takeOff(state, id)
  if (original.kind !== 'request') throw new Error(`${id} is no request.`)
  const { payment, attempt } = original
  const copyId = messageId(payment, attempt, 'request', 2)
  const made: ProtoEvent = {
    actor: 'network',
    kind: 'request.duplicated',
    payment,
    attempt,
    message: copyId,
    cause: [`message ${id}`],
    marks: [`message ${copyId}`],
  }
  const both: Message[] = [
    { ...original, duplicated: true },
    { ...original, id: copyId, copy: 2, duplicated: true },
  ]
  return [{ ...rest, wires: [...rest.wires, ...both] }, [made]]
}

/** Whether a message can still be delivered twice. */
export function isDuplicable(message: Message): boolean {
  return message.kind === 'request' && !message.duplicated
}

/** A message is gone. Nobody is told: to the client a lost request and a lost answer look the same. */
export function lose(state: State, id: MessageId, by: 'network' | 'person'): Next {
  const [message, rest] = takeOff(state, id)
  const lost: ProtoEvent = {
    actor: by,
    kind: message.kind === 'request' ? 'request.lost' : 'response.lost',
    payment: message.payment,
    attempt: message.attempt,
    message: id,
    cause: [`message ${id}`],
    marks: [`message ${id}`],
    data: { by },
  }
  return [rest, [lost]]
}

function takeOff(state: State, id: MessageId): [Message, State] {
  const message = state.wires.find(candidate => candidate.id === id)
  if (!message) throw new Error(`No message ${id} is on the wires.`)
  return [message, { ...state, wires: state.wires.filter(candidate => candidate !== message) }]
}
