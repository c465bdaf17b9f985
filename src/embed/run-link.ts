import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { checkSession } from '../sim/index.ts'
import { plainRun, type Run } from './plain-run.ts'
import { RUN_WORDS } from './run-words.ts'

/** What compressed runs begin with; one that begins with a brace is plain JSON, as the first links were. */
const COMPRESSED = '1.'

/** Longer texts than this are no run of ours, neither in the address nor unpacked: 500 inputs need about 30,000 characters. */
const LONGEST = 100_000

/** So many compressed bytes are unpacked at a time: they cannot become more than half a million before they are counted. */
const BITE = 512

const WORDS = strToU8(RUN_WORDS)

/** A run as it stands in the address: its JSON, deflated (RFC 1951) with a dictionary of its words, as base64url. */
export function writeRun(run: Run): string {
  const packed = deflateSync(strToU8(plainRun(run)), { level: 9, dictionary: WORDS })
  return COMPRESSED + base64url(packed)
}

/**
 * Reads what {@link writeRun} wrote, and the plain JSON that links had at first.
 *
 * @throws Error saying what is wrong with it
 */
export function readRun(text: string): Run {
  if (text.length > LONGEST) throw tooLong()
  let value: unknown
  try {
    value = JSON.parse(text.startsWith(COMPRESSED) ? unpack(text.slice(COMPRESSED.length)) : text)
  } catch (error) {
    throw error instanceof RangeError ? error : new Error('it is damaged or cut off')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is no run')
  const { at = 0, end = null, ...plain } = value as { at?: unknown; end?: unknown }
  const session = checkSession(plain)
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) throw new Error('its playhead is no time')
  if (end !== null && !(typeof end === 'string' && /^[0-9a-f]{8}$/.test(end)))
    throw new Error('its checksum is damaged')
  return { session, atMs: Math.floor(at), outcome: end }
}

/** Unpacks bite by bite and stops at the limit, so that a small link cannot fill the memory. @throws RangeError, or whatever is wrong with the bytes */
function unpack(text: string): string {
  const bytes = bytesOf(text)
  const parts: Uint8Array[] = []
  let length = 0
  let isWhole = false
  const inflate = new Inflate({ dictionary: WORDS }, (part, final) => {
    length += part.length
    if (length > LONGEST) throw tooLong()
    parts.push(part)
    isWhole = final
  })
  for (let from = 0; from < bytes.length; from += BITE)
    inflate.push(bytes.subarray(from, from + BITE), from + BITE >= bytes.length)
  if (!isWhole) throw new Error('it ends too early')
  return strFromU8(joined(parts, length))
}

function tooLong(): RangeError {
  return new RangeError(`it is longer than ${LONGEST} characters`)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** RFC 4648 §5, without padding: letters that every address, message and QR reader leaves alone. */
function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function bytesOf(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, letter => letter.charCodeAt(0))
}
