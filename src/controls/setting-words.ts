import { duration } from '../narrate/words.ts'
import { DEFAULT_SETTINGS, SAVE_NO_ANSWER, type SettingName, type Settings } from '../sim/index.ts'

/** How many of some settings differ from their defaults, in words; '' for none. */
export function statusOf(names: readonly SettingName[], settings: Settings): string {
  const changed = names.filter(name => settings[name] !== DEFAULT_SETTINGS[name]).length
  return changed === 0 ? '' : `${changed} changed`
}

/** Milliseconds as one says them, where the bare number is hard to read; '' where it is not. */
export function timeInWords(name: SettingName, ms: number): string {
  if (name === 'pause' && ms === 0) return 'never'
  return ms < 10_000 ? '' : duration(ms)
}

/** Why a setting changes nothing as the others stand; '' when it may. */
export function withoutEffect(name: SettingName, settings: Omit<Settings, 'seed'>): string {
  const { server, serverError, retry, keys, crash } = settings
  switch (name) {
    case 'server':
      return keys === 'off' ? 'No effect while requests carry no key.' : ''
    case 'crash':
      return crash === 'after-record' && (keys === 'off' || server === 'no-key')
        ? 'No effect: without keys nothing is recorded.'
        : ''
    case 'lease':
      return server === 'set-nx' || server === 'lock-check-outside' ? '' : 'The chosen strategy has no lease.'
    case 'errorReplay':
      if (serverError === 'none') return 'No effect without a server error.'
      return keys === 'off' || SAVE_NO_ANSWER.includes(server)
        ? 'No effect: the bank saves no answer with a key.'
        : ''
    case 'attempts':
    case 'backoff':
    case 'jitter':
      return retry === 'manual' ? 'No effect while you retry by hand.' : ''
    default:
      return ''
  }
}
