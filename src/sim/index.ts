/** The only door into the simulated world. */

export type { Choice } from './choice.ts'
export type { KeyPolicy } from './client/key-policy.ts'
export type { Belief, Outcome, Payment } from './client/payment.ts'
export { simulate } from './drivers/timed.ts'
export { EVENT_KINDS, type EventKind, type HttpRequest, type HttpResponse, type TraceEvent } from './event.ts'
export type { IdempotencyRecord } from './idempotency/record.ts'
export { formatKnob, isValid, type Knob, parseKnob, rangeOf, type Span } from './knob.ts'
export { chargesOf } from './ledger/account.ts'
export { balanceOf, expectedBalance } from './ledger/balance.ts'
export { type Minor, OPENING_BALANCE } from './ledger/money.ts'
export type { Charge } from './ledger/transfer.ts'
export { LIMITS, LimitError } from './limits.ts'
export { spanOf } from './network/latency.ts'
export { isMessageId, type MessageId } from './network/message.ts'
export {
  BadValueError,
  checkSettings,
  DEFAULT_SETTINGS,
  SCENARIO,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from './scenario.ts'
export { type Answer, isReplayed } from './server/answer.ts'
export type { StrategyId } from './server/strategy.ts'
export { operationOf, type Work, workerName } from './server/worker.ts'
export {
  checkAmount,
  checkChange,
  checkInput,
  checkMessageId,
  checkSession,
  type Input,
  type Session,
} from './session.ts'
export { openPayment, type State, type WorldSettings } from './state.ts'
export { type Frame, frameAt, LINGER_MS, type Packet, packetAt } from './trace/frame.ts'
export { traceHash } from './trace/hash.ts'
export type { Flight, Step, Trace } from './trace/trace.ts'
export { choices } from './world.ts'
