import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { serializeAddress } from '../embed/address.ts'
import { DEFAULT_PAGE } from '../embed/page-knobs.ts'
import { plainRun } from '../embed/plain-run.ts'
import { writeRun } from '../embed/run-link.ts'
import { RUN_WORDS } from '../embed/run-words.ts'
import { type Input, SCENARIO, type Session, type SettingName, type Settings } from '../sim/index.ts'
import { session } from '../sim/testing/arbitraries.ts'

/** Any text, packed as a run is. */
export function pack(text: string): string {
  const packed = deflateSync(strToU8(text), { level: 9, dictionary: strToU8(RUN_WORDS) })
  return `1.${base64url(packed)}`
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** A small link that unpacks to one letter so many times. */
export function bomb(letter: string, times: number): string {
  return pack(letter.repeat(times))
}

/** Probabilities are set in whole percent on the page. */
function asOnPage<T extends object>(settings: T): T {
  const rounded = Object.entries(settings).map(([name, value]) => {
    const knob = SCENARIO[name as SettingName]
    return [
      name,
      knob.kind === 'number' && knob.unit === 'probability' ? Math.round(value * 100) / 100 : value,
    ]
  })
  return Object.fromEntries(rounded) as T
}

/** As the page makes it: one setting at a time. */
function inputAsOnPage(input: Input): Input {
  if (input.type !== 'configure') return input
  return { ...input, settings: asOnPage(Object.fromEntries(Object.entries(input.settings).slice(0, 1))) }
}

/** Sessions of ten inputs as a person can make them: every setting changed, presses, drops and switches at any time. */
export const tenInputs: fc.Arbitrary<Session> = session
  .filter(({ inputs }) => inputs.length >= 10)
  .map(({ settings, inputs }) => ({
    settings: asOnPage<Settings>(settings),
    inputs: inputs.slice(0, 10).map(inputAsOnPage),
  }))

const run = fc.tuple(session, fc.integer({ min: 0, max: 60_000 })).map(([drawn, atMs]) => {
  return { session: drawn, atMs, outcome: '8a1bf94c' }
})
/** The address of a run, whole, packed or as plain JSON. */
const whole = fc.tuple(run, fc.boolean()).map(([drawn, packed]) =>
  serializeAddress({
    settings: drawn.session.settings,
    page: { ...DEFAULT_PAGE, run: packed ? writeRun(drawn) : plainRun(drawn) },
  }),
)
const place = fc.double({ min: 0, max: 1, noNaN: true })
const noise = fc.string({ unit: 'binary', maxLength: 4 })
const at = (text: string, share: number) => Math.floor(share * text.length)

const truncated = fc.tuple(whole, place).map(([text, share]) => text.slice(0, at(text, share)))
const overwritten = fc
  .tuple(whole, place, noise)
  .map(([text, share, some]) => text.slice(0, at(text, share)) + some + text.slice(at(text, share) + 1))
const flipped = fc
  .tuple(whole, place, fc.constantFrom(...'AZaz09-_.%&={}"[]'))
  .map(([text, share, letter]) => {
    return text.slice(0, at(text, share)) + letter + text.slice(at(text, share) + 1)
  })
const shuffled = fc.tuple(whole, place, place).map(([text, a, b]) => {
  const [from, to] = [at(text, Math.min(a, b)), at(text, Math.max(a, b))]
  return text.slice(to) + text.slice(from, to) + text.slice(0, from)
})
const twice = fc.tuple(whole, whole).map(texts => texts.join('&'))

const asRun = (text: string) => `seed=7&${new URLSearchParams({ run: text })}`
const foreign = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.json()).map(asRun)
const packedJson = fc.oneof(fc.json(), fc.string({ unit: 'binary' })).map(text => asRun(pack(text)))
const packedNoise = fc.uint8Array({ maxLength: 200 }).map(bytes => asRun(`1.${base64url(bytes)}`))
const HOSTILE = [
  bomb(' ', 5_000_000),
  bomb('[', 200_000),
  pack('{"__proto__":{"polluted":true},"inputs":[]}'),
  pack('{"constructor":{"prototype":{"polluted":true}}}'),
  pack('{"settings":{"__proto__":{"polluted":true}}}'),
  pack(`{"inputs":[${'{"at":0,"type":"pay"},'.repeat(3000)}{"at":0,"type":"pay"}]}`),
  pack('{"settings":{"attempts":1e308,"amount":-0,"seed":1e-9}}'),
  pack('{"inputs":[{"at":0,"type":"pay","amount":1e308}]}'),
  pack('{"inputs":[{"at":0,"type":"dropMessage","message":"<img src=x onerror=alert(1)>"}]}'),
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '%',
  '1.%00',
  '\u0000'.repeat(1000),
].map(asRun)

/** Addresses whose run is broken, cut off, of another origin, or meant to do harm; a few are still whole. */
export const mangledLink: fc.Arbitrary<string> = fc.oneof(
  truncated,
  overwritten,
  flipped,
  shuffled,
  twice,
  foreign,
  packedJson,
  packedNoise,
  fc.constantFrom(...HOSTILE),
)
