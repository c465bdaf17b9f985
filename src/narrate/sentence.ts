import { isReplayed, SCENARIO, type SettingName, type TraceEvent } from '../sim/index.ts'
import { bankTold, isCopy, whichAttempt } from './bank-sentence.ts'
import { optionInWords, settingInWords } from './setting-in-words.ts'
import { money, statusLine } from './words.ts'

/** An event as a sentence, the same in event list, announcer, timeline and captions. */
export interface Sentence {
  readonly text: string
  /** Vermilion for money or a message lost, green for safe, amber for unknown. */
  readonly tone: 'plain' | 'lost' | 'safe' | 'unsure'
  /** Told to those who ask for every detail only. */
  readonly detail: boolean
}

export type Told = string | Partial<Sentence>

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
      return {
        text: `${byHand ? `You lose ${request(event)}` : `${capital(request(event))} is lost`}.`,
        tone: 'lost',
      }
    case 'response.lost':
      return {
        text: `${byHand ? `You lose ${answer(event)}` : `${capital(answer(event))} is lost`}.`,
        tone: 'lost',
      }
    case 'request.duplicated':
      return 'The network makes a copy of the request.'
    case 'request.delivered':
      return { text: `${capital(whichAttempt(event))} reaches the bank.`, detail: true }
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
      return bankTold(event)
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

function request(event: TraceEvent): string {
  return isCopy(event) ? 'the copy of the request' : 'the request'
}

function answer(event: TraceEvent): string {
  return isCopy(event) ? 'the answer to the copy' : 'the answer'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function arrived(event: TraceEvent): Told {
  const { response, data = {}, attempt = 1 } = event
  if (!response) return ''
  const line = statusLine(response.status)
  if (data.late)
    return { text: `A late answer to ${whichAttempt(event)} arrives after all: ${line}.`, tone: 'unsure' }
  const which = attempt > 1 ? `The answer to ${whichAttempt(event)}` : capital(answer(event))
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
  const option = optionInWords(name, value)
  const said = option === null ? settingInWords(name, value) : `“${option}”`
  return `set ${SCENARIO[name].label.toLowerCase()} to ${said}`
}

/** What a promise says once it is broken. */
export function brokenPromise(promise: string): string {
  if (promise === 'at-most-one-charge') return 'Broken promise: at most one charge a payment.'
  if (promise === 'told-paid-means-charged') return 'Broken promise: told “paid” means charged.'
  return `Broken promise: ${promise}.`
}
