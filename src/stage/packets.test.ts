import { describe, expect, it } from 'vitest'
import { frameAt, type Input, type Packet, packetAt, type Settings } from '../sim/index.ts'
import { CALM, flightOf, pays, run } from '../sim/testing/run.ts'
import { drop, newPayment, payAmount } from '../testing/inputs.ts'
import { halfwayPx, lostPlaces, queuedPx } from './disc-places.ts'
import { isTooLate, packetWords } from './packet-words.ts'
import { placePacket } from './place-packet.ts'
import { rowsOf } from './rows.ts'

const LOSSY = { responseLoss: 1 } as const
const KEYED = { keys: 'per-payment' } as const
const unlucky = [drop(0, 'p1.a1.response'), ...pays(0, 3000)]
const BREAKS = { serverError: 'after-charge' } as const
const swallowed = [...pays(0), newPayment(2200), ...pays(3000)]

function wordsAt(settings: Partial<Settings>, inputs: readonly Input[], message: string, atMs: number) {
  const trace = run({ ...CALM, ...settings }, inputs)
  const { packets } = frameAt(trace, atMs)
  const packet = packets.find(({ flight }) => flight.message === message)
  if (!packet) throw new Error(`${message} is not in sight at ${atMs} ms.`)
  const { title, note, look } = packetWords(packet, isTooLate(packet.flight, atMs))
  return [title, note, look]
}

describe('a ticket says', () => {
  const later = [...pays(0), newPayment(2200), payAmount(3000, 5)]
  it.each<[string, ReturnType<typeof wordsAt>, string[]]>([
    [
      'a request without a key',
      wordsAt({}, pays(0), 'p1.a1.request', 300),
      ['POST /payments', 'no key', 'way'],
    ],
    [
      'a request that arrived',
      wordsAt({}, pays(0), 'p1.a1.request', 800),
      ['POST /payments', 'no key', 'arrived'],
    ],
    [
      'a request that is lost',
      wordsAt({}, [...pays(0), drop(100, 'p1.a1.request')], 'p1.a1.request', 200),
      ['POST /payments', 'lost on the way', 'lost'],
    ],
    [
      'an answer that charged',
      wordsAt({}, pays(0), 'p1.a1.response', 1200),
      ['201 Created', 'charged', 'way'],
    ],
    [
      'an answer that charged again',
      wordsAt({}, unlucky, 'p1.a2.response', 4200),
      ['201 Created', 'charged again', 'again'],
    ],
    [
      'an answer that is lost, however wrong it was',
      wordsAt(LOSSY, pays(0, 3000), 'p1.a2.response', 4900),
      ['201 Created', 'lost on the way', 'lost'],
    ],
    ['a replay', wordsAt(KEYED, unlucky, 'p1.a2.response', 4100), ['201 Created', 'replayed', 'replayed']],
    [
      'the replay of another payment’s answer',
      wordsAt({ keys: 'per-session' }, swallowed, 'p2.a1.response', 4100),
      ['201 Created', 'replayed', 'replayed'],
    ],
    [
      'an answer in flight for which nobody waits any more',
      wordsAt({ latency: '1500-1500' }, pays(0), 'p1.a1.response', 2600),
      ['201 Created', 'too late', 'late'],
    ],
    [
      'an answer that came too late',
      wordsAt({ latency: '1500-1500' }, pays(0), 'p1.a1.response', 3500),
      ['201 Created', 'too late', 'late'],
    ],
    [
      'an answer that the 409 of its copy has overtaken: it is still waited for',
      wordsAt({ ...KEYED, duplicate: 1 }, pays(0), 'p1.a1.response', 1600),
      ['201 Created', 'charged', 'way'],
    ],
    [
      'a conflict',
      wordsAt(KEYED, pays(0, 100), 'p1.a2.response', 1100),
      ['409 Conflict', 'still in flight', 'way'],
    ],
    [
      'a declined card',
      wordsAt({ card: 'declined' }, pays(0), 'p1.a1.response', 1200),
      ['402 Payment Required', 'declined', 'way'],
    ],
    [
      'a reused key',
      wordsAt({ keys: 'per-session' }, later, 'p2.a1.response', 4100),
      ['422 Unprocessable Content', 'other payload', 'way'],
    ],
    [
      'a key that is there',
      wordsAt({ keys: 'per-session', server: 'check-then-act' }, swallowed, 'p2.a1.response', 4100),
      ['200 OK', 'already there', 'way'],
    ],
    [
      'a copy of a request',
      wordsAt({ duplicate: 1 }, pays(0), 'p1.a1.request.2', 300),
      ['POST /payments', '×2 no key', 'way'],
    ],
    [
      'the answer to a copy',
      wordsAt({ duplicate: 1 }, pays(0), 'p1.a1.response.2', 1500),
      ['201 Created', '×2 charged again', 'again'],
    ],
    [
      'a missing key',
      wordsAt({ keyRequired: 'on' }, pays(0), 'p1.a1.response', 1000),
      [expect.stringMatching(/^400/), 'no key', 'way'],
    ],
    [
      'a key that is too long',
      wordsAt({ keys: 'too-long' }, pays(0), 'p1.a1.response', 1000),
      [expect.stringMatching(/^400/), 'bad key', 'way'],
    ],
    [
      'too many requests',
      wordsAt({ rateLimit: 1 }, pays(0), 'p1.a1.response', 1000),
      [expect.stringMatching(/^429/), 'turned away', 'way'],
    ],
    [
      'a violated constraint',
      wordsAt({ ...KEYED, server: 'unique-409' }, pays(0, 1000), 'p1.a2.response', 2200),
      ['409 Conflict', 'already there', 'way'],
    ],
    [
      'a bank that broke after it charged',
      wordsAt({ ...KEYED, ...BREAKS }, pays(0), 'p1.a1.response', 1800),
      [expect.stringMatching(/^500/), 'broke after charging', 'broke'],
    ],
    [
      'a bank that broke and rolled the charge back',
      wordsAt({ ...KEYED, ...BREAKS, errorReplay: 'run-again' }, pays(0), 'p1.a1.response', 1800),
      [expect.stringMatching(/^500/), 'broke, no charge', 'broke'],
    ],
    [
      'the replay of a 500, which is not safe',
      wordsAt({ ...KEYED, ...BREAKS }, pays(0, 2600), 'p1.a2.response', 3900),
      [expect.stringMatching(/^500/), 'replayed', 'broke-replayed'],
    ],
  ])('%s', (_, said, words) => {
    expect(said).toEqual(words)
  })

  it('the first digits of the key it carries', () => {
    expect(wordsAt(KEYED, pays(0), 'p1.a1.request', 300)[1]).toMatch(/^[0-9a-f]{8}…$/)
  })
})

describe('a packet’s place', () => {
  const trace = run({ ...CALM, ...LOSSY }, pays(0))
  const request = flightOf(trace, 'p1.a1.request')
  const response = flightOf(trace, 'p1.a1.response')

  const WIRE_PX = 500

  const placed = (flight: typeof request, atMs: number, still = false) =>
    placePacket(packetAt(flight, atMs) as Packet, WIRE_PX, still)

  /** Along the wire by so much of it, and of a lost packet: aside, down and tipped over. */
  const at = (share: number, aside = 0, down = 0, tipped = 0) => {
    const one = (value: number) => value.toFixed(1)
    const left = one(-share * 100 || -0)
    return `translate(${one(share * WIRE_PX + aside)}px, ${one(down)}px) translateX(${left}%) rotate(${one(tipped)}deg)`
  }

  it('is on its way from client to bank, and of an answer from bank to client', () => {
    expect([0, 350, 700].map(ms => placed(request, ms).transform)).toEqual([at(0), at(0.5), at(1)])
    expect([1100, 1170].map(ms => placed(response, ms).transform)).toEqual([at(1), at(0.9)])
  })

  it('of a disc is behind those ahead of it in its row', () => {
    const stop = queuedPx(2, WIRE_PX)
    expect(stop).toBe(WIRE_PX - 54)
    const behind = (atMs: number, still = false) =>
      placePacket(packetAt(request, atMs) as Packet, WIRE_PX, still, stop).transform
    expect([0, 350, 700].map(ms => behind(ms))).toEqual([at(0), at(0.5), at(1 - 54 / WIRE_PX)])
    expect(behind(700, true)).toBe(at(1 - 54 / WIRE_PX))
    const answer = packetAt(response, 1100) as Packet
    expect(placePacket({ ...answer, progress: 1 }, WIRE_PX, false, stop).transform).toBe(at(54 / WIRE_PX))
  })

  it('of a disc in flight, when nothing may move, is in a queue from halfway, or from as far as that needs', () => {
    expect([0, 2].map(ahead => halfwayPx(ahead, 3, WIRE_PX))).toEqual([250, 196])
    expect([0, 11].map(ahead => halfwayPx(ahead, 12, WIRE_PX))).toEqual([297, 0])
    expect([0, 19].map(ahead => halfwayPx(ahead, 20, WIRE_PX))).toEqual([500, 0])
    const flying = packetAt(request, 350) as Packet
    expect(placePacket(flying, WIRE_PX, true, 196).transform).toBe(at(196 / WIRE_PX))
  })

  it('of a lost disc is where it died, or beside one that lies there already, as long as that is in sight', () => {
    const died = (message: string, endAt: number) => ({ ...response, message, endAt, end: 'lost' as const })
    const places = [died('b', 1300), died('a', 1200), died('c', 1400), died('d', 7300)]
    // Each died half-way.
    const flights = places.map(flight => ({ ...flight, sentAt: flight.endAt - 350, latencyMs: 700 }))
    expect([...lostPlaces(flights, WIRE_PX)]).toEqual([
      ['a', 250],
      ['b', 223],
      ['c', 277],
      ['d', 250],
    ])
    expect([...lostPlaces(flights, 0).values()]).toEqual([0, 0, 0, 0])
    const lost = { ...(packetAt(response, response.endAt) as Packet), fate: 'lost' as const, endedMs: 400 }
    expect(placePacket(lost, WIRE_PX, true, 228).transform).toBe(at(1 - 228 / WIRE_PX))
  })

  it('of a lost one is where it died: there it stutters, falls and fades', () => {
    const died = 1 - (packetAt(response, response.endAt)?.progress ?? 0)
    expect([0, 20, 60, 400, 5999].map(ms => placed(response, response.endAt + ms))).toEqual([
      { transform: at(died), gone: '0.00' },
      { transform: at(died, 6), gone: '0.00' },
      { transform: at(died, -6), gone: '0.00' },
      { transform: at(died, 0, 3, 2), gone: '0.05' },
      { transform: at(died, 0, 3, 2), gone: '1.00' },
    ])
  })

  it('when nothing may move is halfway, then at its end, and falls no more than it stutters', () => {
    expect([0, 350, 699].map(ms => placed(request, ms, true).transform)).toEqual([at(0.5), at(0.5), at(0.5)])
    expect(placed(request, 700, true).transform).toBe(at(1))
    const died = 1 - (packetAt(response, response.endAt)?.progress ?? 0)
    expect(placed(response, response.endAt + 20, true).transform).toBe(at(died))
    expect(placed(response, response.endAt + 400, true)).toEqual({ transform: at(died), gone: '0.05' })
  })
})

describe('the rows of the wires', () => {
  it('are the lowest that are free, kept as long as a message is in sight', () => {
    const rows = rowsOf(run(CALM, pays(0, 100, 200)))
    expect(['p1.a1.request', 'p1.a2.request', 'p1.a3.request'].map(id => rows.get(id))).toEqual([0, 1, 2])
    expect(rows.get('p1.a1.response')).toBe(0)
  })

  it('are free again once a message is out of sight: a lost one stays for longer', () => {
    const inputs = [...pays(0, 5000), newPayment(6000), ...pays(9000)]
    const rows = rowsOf(run({ ...CALM, ...LOSSY }, inputs))
    expect(['p1.a1.request', 'p1.a2.request', 'p2.a1.request'].map(id => rows.get(id))).toEqual([0, 0, 0])
    expect(['p1.a1.response', 'p1.a2.response', 'p2.a1.response'].map(id => rows.get(id))).toEqual([0, 1, 0])
  })
})
