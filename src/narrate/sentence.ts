import {
  formatKnob,
  isReplayed,
  type Knob,
  SCENARIO,
  type SettingName,
  type TraceEvent,
} from '../sim/index.ts'
import { money, ordinal, percent, shortMoney, statusLine } from './words.ts'

/** An event as a sentence, the same in event list, announcer, timeline and captions. */
export interface Sentence {
  readonly text: string
  /** Vermilion for money or a message lost, green for safe, amber for unknown. */
  readonly tone: 'plain' | 'lost' | 'safe' | 'unsure'
  /** Told to those who ask for every detail only. */
  readonly detail: boolean
}

type Told = string | Partial<Sentence>

const said = new WeakMap<TraceEvent, Sentence>()

/** Says an event; each is put into words once, however many places tell it. */
export function sentenceOf(event: TraceEvent): Sentence {
  const known = said.get(event)
  if (known) return known
  const told = tell(event)
  const { text = '', tone = 'plain', detail = false } = typeof told === 'string' ? { text: told } : told
  const sentence: Sentence = { text, tone, detail }
  said.set(event, sentence)
  return sentence
}

function tell(event: TraceEvent): Told {
  const { data = {} } = event
  const byHand = data.by === 'person'
  switch (event.kind) {
    case 'payment.opened':
      return { text: `You open payment ${number(event)}: ${money(Number(data.amount))}.`, detail: true }
    case 'attempt.sent':
      return sent(event)
    case 'request.lost':
      return { text: byHand ? 'You lose the request.' : 'The request is lost.', tone: 'lost' }
    case 'response.lost':
      return { text: byHand ? 'You lose the answer.' : 'The answer is lost.', tone: 'lost' }
    case 'request.delivered':
      return { text: `Attempt ${event.attempt} reaches the bank.`, detail: true }
    case 'handler.started':
      return { text: `Worker ${event.worker?.slice(1)} starts on attempt ${event.attempt}.`, detail: true }
    case 'store.read':
      return read(event)
    case 'store.written':
      return written(event)
    case 'ledger.charged':
      return charged(event)
    case 'ledger.declined':
      return { text: 'The card is declined.', tone: 'unsure' }
    case 'response.sent':
      return responded(event)
    case 'response.delivered':
      return arrived(event)
    case 'attempt.timedOut':
      return { text: 'No answer: timed out.', tone: 'unsure' }
    case 'payment.paid':
      return { text: 'You know now: paid.', tone: 'safe', detail: true }
    case 'payment.failed':
      return { text: 'You know now: not paid.', detail: true }
    case 'payment.unknown':
      return { text: 'You do not know whether you were charged.', tone: 'unsure', detail: true }
    case 'payment.closed':
      return data.belief === 'paid' || data.belief === 'failed'
        ? 'You go on to a new payment.'
        : { text: `You give up on payment ${number(event)} without knowing.`, tone: 'unsure' }
    case 'settings.changed':
      return changed(data.settings as Record<string, unknown>)
    case 'promise.broken':
      return { text: brokenPromise(String(data.promise)), tone: 'lost', detail: true }
    default:
      return { text: event.kind, detail: true }
  }
}

function number(event: TraceEvent): string {
  return event.payment?.slice(1) ?? ''
}

/** Only from the second payment on does a reader need to be told which. */
function whichPayment(event: TraceEvent): string {
  return event.payment === 'p1' ? '' : ` for payment ${number(event)}`
}

function sent(event: TraceEvent): Told {
  const which = whichPayment(event)
  if (event.data?.by === 'client') return `The client retries${which}: attempt ${event.attempt}.`
  return event.attempt === 1
    ? `You press Pay${which}.`
    : `You press Pay again${which}: attempt ${event.attempt}.`
}

function read({ data = {} }: TraceEvent): Told {
  if (data.differs === true)
    return { text: 'The bank knows this key, but with another payload.', tone: 'unsure' }
  if (data.found === 'nothing') return 'The bank looks for the key: not there.'
  if (data.found === 'completed') return { text: 'The bank knows this key: already done.', tone: 'safe' }
  return { text: 'The bank knows this key: “processing”.', tone: 'safe' }
}

function written({ data = {} }: TraceEvent): Told {
  if (data.staged)
    return {
      text: `The charge of ${shortMoney(Number(data.amount))} is staged, not yet committed.`,
      detail: true,
    }
  if (data.status === 'completed') return { text: 'The bank saves its answer beside the key.', detail: true }
  return 'The bank writes down the key: “processing”.'
}

function charged({ data = {} }: TraceEvent): Told {
  const amount = shortMoney(Number(data.amount))
  const nth = Number(data.number)
  if (nth < 2) return `The bank charges ${amount}.`
  return { text: `The bank charges ${amount} a ${ordinal(nth)} time.`, tone: 'lost' }
}

function responded({ response, data = {} }: TraceEvent): Told {
  if (!response) return ''
  const line = statusLine(response.status)
  return data.replayed
    ? { text: `The bank replays its saved answer: ${line}.`, tone: 'safe' }
    : `The bank answers ${line}.`
}

function arrived({ response, data = {}, attempt }: TraceEvent): Told {
  if (!response) return ''
  const line = statusLine(response.status)
  if (data.late)
    return { text: `A late answer to attempt ${attempt} arrives after all: ${line}.`, tone: 'unsure' }
  const which = (attempt ?? 1) > 1 ? `The answer to attempt ${attempt}` : 'The answer'
  // Only a replayed answer is safe for sure: another one may report a second charge.
  const tone = response.status >= 400 ? 'unsure' : isReplayed(response) ? 'safe' : 'plain'
  return { text: `${which} arrives: ${line}.`, tone }
}

function changed(settings: Record<string, unknown>): Told {
  const parts = Object.entries(settings).map(([name, value]) => settingTold(name as SettingName, value))
  return parts.length === 0 ? 'You change no setting.' : `You ${parts.join(', and ')}.`
}

function settingTold(name: SettingName, value: unknown): string {
  if (name === 'keys' && value === 'off') return 'switch idempotency keys off, from the next payment'
  if (name === 'keys' && value === 'per-payment') return 'switch idempotency keys on, from the next payment'
  if (name === 'retry') return `switch automatic retries ${value === 'auto' ? 'on' : 'off'}`
  return `set ${SCENARIO[name].label.toLowerCase()} to ${settingInWords(name, value)}`
}

function settingInWords(name: SettingName, value: unknown): string {
  if (name === 'responseLoss' || name === 'requestLoss') return percent(Number(value))
  if (name === 'amount') return money(Number(value))
  const knob: Knob = SCENARIO[name]
  if (knob.kind === 'choice') return optionInWords(knob.options, value)
  return 'unit' in knob && knob.unit !== '' ? `${formatKnob(value)} ${knob.unit}` : formatKnob(value)
}

/** An option as its control calls it, without the remark in brackets. */
function optionInWords(options: readonly { value: string; label: string }[], value: unknown): string {
  const label = options.find(option => option.value === value)?.label ?? String(value)
  return `“${label.replace(/ \(.*\)$/, '')}”`
}

/** What a promise says once it is broken. */
export function brokenPromise(promise: string): string {
  if (promise === 'at-most-one-charge') return 'Broken promise: at most one charge a payment.'
  if (promise === 'told-paid-means-charged') return 'Broken promise: told “paid” means charged.'
  return `Broken promise: ${promise}.`
}
