import { optionInWords } from '../narrate/setting-in-words.ts'
import { duration, percent } from '../narrate/words.ts'
import { DEFAULT_SETTINGS, type SettingName, type Settings, spanOf } from '../sim/index.ts'

/** More than these nobody reads on a card. */
const MOST = 3

/** Under which conditions a session runs, in a few words each: keys first, then what is rarest. At most three. */
export function conditionsOf(settings: Settings): readonly string[] {
  const { keys, server, card, duplicate, rateLimit, retry, memory, crash } = settings
  const { requestLoss, responseLoss } = settings
  const isLooked = keys !== 'off' && server !== DEFAULT_SETTINGS.server
  const said = [
    keys === 'off' ? 'no keys' : optionOf('keys', keys),
    isLooked && server,
    card === 'declined' && 'card declined',
    duplicate > 0 && `${share(duplicate, 'request')} delivered twice`,
    rateLimit > 0 && `${part(rateLimit)} get a 429`,
    memory === 'per-instance' && 'a memory per instance',
    ...timesOf(settings),
    crash !== 'none' && `a crash ${optionOf('crash', crash)}`,
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

/** As its control calls it, in the middle of a sentence. */
function optionOf(name: SettingName, value: string): string {
  const label = optionInWords(name, value) ?? value
  return label.charAt(0).toLowerCase() + label.slice(1)
}
