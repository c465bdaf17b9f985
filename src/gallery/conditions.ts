import { duration, percent } from '../narrate/words.ts'
import { DEFAULT_SETTINGS, SCENARIO, type Settings, spanOf } from '../sim/index.ts'

const KEYS: Readonly<Record<Settings['keys'], string>> = {
  off: 'no keys',
  'per-payment': 'a key per payment',
  'per-attempt': 'a new key per attempt',
  'per-session': 'one key for everything',
  empty: 'empty keys',
  'too-long': 'keys too long',
}

/** More than these nobody reads on a card. */
const MOST = 3

/** Under which conditions a session runs, in a few words each: keys first, then what is rarest. At most three. */
export function conditionsOf(settings: Settings): readonly string[] {
  const { keys, server, card, duplicate, rateLimit, retry, memory, requestLoss, responseLoss } = settings
  const isLooked = keys !== 'off' && server !== DEFAULT_SETTINGS.server
  const said = [
    KEYS[keys],
    isLooked && server,
    card === 'declined' && 'card declined',
    duplicate > 0 && `${share(duplicate, 'request')} delivered twice`,
    rateLimit > 0 && `${part(rateLimit)} turned away (429)`,
    memory === 'per-instance' && 'a memory per instance',
    ...timesOf(settings),
    crashOf(settings),
    retry === 'auto' && 'automatic retries',
    requestLoss > 0 && `${share(requestLoss, 'request')} lost`,
    responseLoss > 0 && `${share(responseLoss, 'answer')} lost`,
    requestLoss + responseLoss === 0 && 'no message lost',
  ]
  return said.filter(words => typeof words === 'string').slice(0, MOST)
}

/** How many of them: every answer, half the answers, 30% of answers. */
function share(probability: number, noun: string): string {
  if (probability === 1) return `every ${noun}`
  return `${part(probability)} ${probability === 0.5 ? 'the' : 'of'} ${noun}s`
}

function part(probability: number): string {
  if (probability === 1) return 'all'
  return probability === 0.5 ? 'half' : percent(probability)
}

function timesOf({ ttl, pause, lease, latency }: Settings): readonly (string | false)[] {
  const { minMs, maxMs } = spanOf(latency)
  return [
    ttl < DEFAULT_SETTINGS.ttl && `keys kept ${duration(ttl)}`,
    // The two say something only together.
    pause > 0 && `${duration(pause)} asleep, lease ${duration(lease)}`,
    latency !== DEFAULT_SETTINGS.latency && `${duration(minMs)} to ${duration(maxMs)} one way`,
  ]
}

function crashOf({ crash }: Settings): string | false {
  const option = crash === 'none' ? null : SCENARIO.crash.options.find(({ value }) => value === crash)
  return option ? `a crash ${option.label.toLowerCase()}` : false
}
