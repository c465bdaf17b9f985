import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKERS } from './checkers/checkers.ts'
import type { Choice } from './choice.ts'
import { choices } from './choices.ts'
import { key } from './key.ts'
import { workOf } from './server/worker.ts'
import { openingState, type State } from './state.ts'
import { picks, settings, walk } from './testing/arbitraries.ts'
import { itHolds } from './testing/property.ts'
import { Scene } from './testing/scene.ts'
import { apply } from './world.ts'

/** A choice without the names of worker and copy: whose request is stepped. */
function nameless(state: State, choice: Choice): string {
  const text =
    'worker' in choice
      ? `${choice.kind} ${workOf(state.workers[choice.worker])?.message.id}`
      : JSON.stringify(choice)
  return text.replaceAll('.request.2', '.request').replaceAll('.response.2', '.response')
}

/** Where each choice leads, by name. */
function futures(state: State): [string, string | null][] {
  return choices(state)
    .map((choice): [string, string | null] => {
      const applied = apply(state, choice)
      return [nameless(state, choice), applied && key(applied[0])]
    })
    .sort((a, b) => (String(a) < String(b) ? -1 : 1))
}

const verdicts = (state: State) => CHECKERS.map(checker => checker.broken(state))

/** The state after a choice given by name; undefined when it may not happen. */
function after(state: State | undefined, name: string): State | undefined {
  const choice = state && choices(state).find(listed => nameless(state, listed) === name)
  return choice && apply(state, choice)?.[0]
}

/** Pairs of different states with one key: where it does not matter which of two choices comes first. */
function diamonds(state: State): [State, State][] {
  const names = choices(state).map(choice => nameless(state, choice))
  return names.flatMap((first, index) =>
    names.slice(index + 1).flatMap((second): [State, State][] => {
      const one = after(after(state, first), second)
      const other = after(after(state, second), first)
      if (!one || !other || key(one) !== key(other)) return []
      return JSON.stringify(one) === JSON.stringify(other) ? [] : [[one, other]]
    }),
  )
}

const openings = settings.map(({ seed: _, ...world }) => openingState(world))

describe('the key of a state', () => {
  let compared = 0
  itHolds(
    'is equal only where the same may happen, to equal keys and verdicts',
    { seed: 21, runs: 40 },
    fc.property(openings, picks, (opening, picked) => {
      for (const [one, other] of walk(opening, picked).flatMap(diamonds)) {
        expect(futures(other)).toEqual(futures(one))
        expect(verdicts(other)).toEqual(verdicts(one))
        compared += 1
      }
    }),
  )

  it('was equal often enough for that to say something', () => {
    expect(compared).toBeGreaterThan(300)
  })

  it('ignores which attempt was charged', () => {
    const twice = () => new Scene().pay().pay()
    const first = twice().serve(1, 1).lose('p1.a1.response').lose('p1.a2.request')
    const second = twice().lose('p1.a1.request').serve(1, 2).lose('p1.a2.response')
    expect(first.state.ledger.charges[0]?.id).toBe('ch_1_1')
    expect(second.state.ledger.charges[0]?.id).toBe('ch_1_2')
    expect(key(first.state)).toBe(key(second.state))
  })

  it('ignores which worker works on what', () => {
    const one = new Scene().pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')
    const other = new Scene().pay().pay().deliver('p1.a2.request').deliver('p1.a1.request')
    expect(workOf(one.state.workers[0])?.message.id).not.toBe(workOf(other.state.workers[0])?.message.id)
    expect(key(one.state)).toBe(key(other.state))
  })

  it('ignores the order in which messages were sent', () => {
    const { state } = new Scene().pay().pay()
    expect(key({ ...state, wires: state.wires.toReversed() })).toBe(key(state))
  })

  it.each<[string, (scene: Scene) => Scene]>([
    ['a charge more', scene => scene.serve(1, 1).lose('p1.a1.response')],
    ['a request waiting', scene => scene.deliver('p1.a1.request')],
    ['another belief', scene => scene.timeout(1, 2)],
    ['other settings', scene => scene.configure({ keys: 'per-payment' })],
    ['a closed payment', scene => scene.newPayment()],
  ])('tells %s apart', (_, change) => {
    const scene = new Scene().pay().pay()
    const before = key(scene.state)
    expect(key(change(scene).state)).not.toBe(before)
  })

  it('tells a payment that was given up from one that is only unknown', () => {
    const scene = new Scene().pay().timeout(1, 1)
    const before = key(scene.state)
    expect(key(scene.newPayment().state)).not.toBe(before)
  })

  it('tells apart what an answer on the wire says', () => {
    const begun = () => new Scene({ keys: 'per-payment' }).pay().pay().deliver('p1.a1.request').step(1, 1)
    const conflict = begun().serve(1, 2).step(1, 1).step(1, 1).step(1, 1)
    const replay = begun().step(1, 1).step(1, 1).step(1, 1).serve(1, 2)
    expect([conflict.answer(1, 2)?.status, replay.answer(1, 2)?.status]).toEqual([409, 201])
    expect(key(conflict.state)).not.toBe(key(replay.state))
  })

  it('tells apart which payload came with a key first', () => {
    const opened = () => new Scene({ keys: 'per-session' }).pay(1).newPayment().pay(2)
    const first = opened().deliver('p1.a1.request').step(1, 1).lose('p2.a1.request')
    const [[name, record] = []] = Object.entries(first.state.store)
    if (!name || !record) throw new Error('The key is not recorded.')
    const other = { ...record, fingerprint: 'another' }
    expect(key({ ...first.state, store: { [name]: other } })).not.toBe(key(first.state))
  })

  it('keeps the order of requests that wait', () => {
    const full = () => new Scene().pay().pay().pay().pay().deliver('p1.a1.request').deliver('p1.a2.request')
    const one = full().deliver('p1.a3.request').deliver('p1.a4.request')
    const other = full().deliver('p1.a4.request').deliver('p1.a3.request')
    expect(key(one.state)).not.toBe(key(other.state))
  })
})
