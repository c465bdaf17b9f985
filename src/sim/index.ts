/** The only door into the simulated world. */

export type { Choice } from './choice.ts'
export { choices } from './choices.ts'
export { keyFor } from './client/key-policy.ts'
export type { Payment } from './client/payment.ts'
export { type Draws, drawsOf, drawWord, type Purpose } from './draw.ts'
export { type Bounds, checkBounds } from './drivers/exhaustive/bounds.ts'
export { BUDGET, explore } from './drivers/exhaustive/explore.ts'
export { PaymentOdds } from './drivers/odds/roll.ts'
export { replayChoices } from './drivers/recorded.ts'
export { simulate } from './drivers/timed.ts'
export { EVENT_KINDS, type EventKind, type TraceEvent } from './event.ts'
export type { IdempotencyRecord } from './idempotency/record.ts'
export { recordsOf } from './idempotency/store.ts'
export { formatKnob, type Knob, parseKnob, rangeOf, type Span } from './knob.ts'
export { chargesOf } from './ledger/account.ts'
export { balanceOf, expectedBalance } from './ledger/balance.ts'
export { type Minor, OPENING_BALANCE } from './ledger/money.ts'
export { LIMITS, LimitError } from './limits.ts'
export { spanOf } from './network/latency.ts'
export { isMessageId } from './network/message.ts'
export type { NoValue } from './operation/expression.ts'
export {
  chainOf,
  isSameSubject,
  type Operation,
  type Subject,
  TWO_USERS,
} from './operation/operation.ts'
export { EXPRESSION_LENGTH, parseExpression } from './operation/parse.ts'
export { type Survey, survey, TRIED } from './operation/survey.ts'
export { ExpressionError } from './operation/tokens.ts'
export { applyToWindow, openWindow, WINDOW_MINUTES, type WindowChoice } from './queue/dedup-window.ts'
export {
  type Appended,
  applyToProducer,
  openProducer,
  type ProducerChoice,
  type ProducerState,
  producerChoices,
} from './queue/producer.ts'
export {
  applyToQueue,
  type ConsumerName,
  type Dedup,
  isAtMostOnce,
  isNotLost,
  isSettled,
  MAX_DELIVERIES,
  openQueue,
  type QueueChoice,
  type QueueState,
  queueChoices,
} from './queue/queue.ts'
export { playSchedule, type QueueStep, type ScheduleName } from './queue/schedule.ts'
export {
  applyToTransaction,
  IDLE_TRANSACTION,
  type TransactionChoice,
  type TransactionState,
  transactionChoices,
} from './queue/transaction.ts'
export { COMMAND_NAMES, command, whyNoCommand } from './redis/command.ts'
export { EMPTY_REDIS, type Redis } from './redis/redis.ts'
export { printReply, type RedisReply } from './redis/reply.ts'
export { wordsOf } from './redis/words.ts'
export { judge, type Quality } from './rest/judge.ts'
export { type Arrival, deliverPuts, type Lateness } from './rest/late-duplicate.ts'
export type { Reply, RestMethod, RestRequest } from './rest/request.ts'
export { isSame, type Resources, type Start } from './rest/resources.ts'
export { SAMPLES, type Sample, type SampleId, sampleOf } from './rest/samples.ts'
export { effectOf, TIMES, type Trial, tryTimes } from './rest/trial.ts'
export {
  BadValueError,
  checkSettings,
  DEFAULT_SETTINGS,
  SCENARIO,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from './scenario.ts'
export { isReplayed } from './server/answer.ts'
export { isKeyReused } from './server/request.ts'
export { SAVE_NO_ANSWER, STRATEGY_IDS, type StrategyId } from './server/strategies.ts'
export { operationOf, type Work, workOf } from './server/worker.ts'
export {
  checkAmount,
  checkChange,
  checkInput,
  checkMessageId,
  checkSession,
  type Input,
  refuseOthers,
  type Session,
} from './session.ts'
export { isUnderWay, openPayment, type State, willRetry } from './state.ts'
export { type Frame, frameAt, LINGER_MS, type Packet, type PacketFate, packetAt } from './trace/frame.ts'
export { outcomeHash, traceHash } from './trace/hash.ts'
export type { Flight, Trace } from './trace/trace.ts'
