import { takeAnswer } from '../client/client.ts'
import type { ProtoEvent } from '../event.ts'
import { accept } from '../server/server.ts'
import type { State } from '../state.ts'
import type { Message, MessageId } from './message.ts'

type Next = [State, ProtoEvent[]]

/** A message arrives: a request at the bank, an answer at the client. */
export function deliver(state: State, id: MessageId): Next {
  const [message, rest] = takeOff(state, id)
  return message.kind === 'request' ? accept(rest, message) : takeAnswer(rest, message)
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
