import { SCENARIO, type SettingName, type Settings } from '../sim/index.ts'

/** Values that tell, for settings where the next one in the list would not. */
const TELLING: Partial<{ [Name in SettingName]: readonly Settings[Name][] }> = {
  keys: ['per-payment', 'off'],
  server: ['one-transaction', 'check-then-act'],
  latency: ['600-800', '100-4000'],
  pause: [0, 3000],
  ttl: [SCENARIO.ttl.max, 2000],
  lease: [SCENARIO.lease.default, 1000],
  amount: [10_000, 5000],
}

/** What a setting is first changed to on a twin's second side: something else than it is, and rather far from it. */
export function otherValue<Name extends SettingName>(name: Name, value: Settings[Name]): Settings[Name] {
  const telling = TELLING[name]?.find(each => each !== value)
  if (telling !== undefined) return telling
  const knob = SCENARIO[name]
  if (knob.kind === 'choice')
    return (knob.options.find(option => option.value !== value)?.value ?? value) as Settings[Name]
  if (knob.kind === 'span') return value
  const now = Number(value)
  if (knob.unit === 'probability') return (now === 0 ? 0.5 : 0) as Settings[Name]
  const other = now * 4 <= knob.max ? Math.max(now * 4, now + 1) : Math.max(knob.min, Math.floor(now / 4))
  return other as Settings[Name]
}
