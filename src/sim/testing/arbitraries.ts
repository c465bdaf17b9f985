import fc from 'fast-check'
import type { Choice } from '../choice.ts'
import { choices } from '../choices.ts'
import type { Knob } from '../knob.ts'
import type { Minor } from '../ledger/money.ts'
import { messageId } from '../network/message.ts'
import { DEFAULT_SETTINGS, SCENARIO, SETTING_NAMES, type SettingName, type Settings } from '../scenario.ts'
import type { Input, Session } from '../session.ts'
import type { State, WorldSettings } from '../state.ts'
import { apply } from '../world.ts'

/** Every value a knob can be set to. */
export function anyOf(knob: Knob): fc.Arbitrary<unknown> {
  switch (knob.kind) {
    case 'choice':
      return fc.constantFrom(...knob.options.map(option => option.value))
    case 'list':
      return fc.subarray(knob.options.map(option => option.value))
    case 'number':
      return knob.whole ? fc.integer(knob) : fc.double({ min: knob.min, max: knob.max, noNaN: true })
    case 'span':
      return fc.tuple(fc.integer(knob), fc.integer(knob)).map(ends => {
        const [min, max] = ends.sort((a, b) => a - b)
        return `${min}-${max}`
      })
    case 'text':
      return fc.string()
  }
}

/** Beyond a few seconds nothing overlaps any more, and little goes wrong. */
const LIVELY_MS = { span: 1500, number: 3000 } as const

function lively(knob: Knob): Knob {
  if (knob.kind === 'span') return { ...knob, max: Math.min(knob.max, LIVELY_MS.span) }
  if (knob.kind === 'number' && knob.unit === 'ms') {
    return { ...knob, max: Math.min(knob.max, LIVELY_MS.number) }
  }
  return knob
}

const setting = (name: SettingName): fc.Arbitrary<unknown> => {
  const knob: Knob = SCENARIO[name]
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(knob.default) },
    { weight: 4, arbitrary: anyOf(lively(knob)) },
    { weight: 1, arbitrary: anyOf(knob) },
  )
}

const fields = Object.fromEntries(SETTING_NAMES.map(name => [name, setting(name)]))

/** Every knob at its default, in a range where much happens, or anywhere. */
export const settings = fc.record(fields) as fc.Arbitrary<unknown> as fc.Arbitrary<Settings>

const { seed: _, ...changeable } = fields

/** Some settings, as an input may change them. */
export const change = fc.record(changeable, { requiredKeys: [] }) as fc.Arbitrary<Partial<WorldSettings>>

export const amount: fc.Arbitrary<Minor> = fc.oneof(
  fc.constantFrom(DEFAULT_SETTINGS.amount, 2500),
  anyOf(SCENARIO.amount) as fc.Arbitrary<Minor>,
)

const kind = fc.constantFrom('request', 'response')

/** Ids of messages that a short session may well send, and of some that it will not. */
const message = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), kind)
  .map(([payment, attempt, direction]) => messageId(payment, attempt, direction))

type Act = Input extends infer Each ? (Each extends Input ? Omit<Each, 'at'> : never) : never

const press: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Act>({ type: 'pay' }) },
  { weight: 1, arbitrary: amount.map((value): Act => ({ type: 'pay', amount: value })) },
  { weight: 2, arbitrary: fc.constant<Act>({ type: 'newPayment' }) },
)
const drop = message.map((id): Act => ({ type: 'dropMessage', message: id }))
const configure = change.map((some): Act => ({ type: 'configure', settings: some }))

const gapMs = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 4000 }),
  fc.integer({ min: 0, max: 20_000 }),
)

const inputsOf = (act: fc.Arbitrary<Act>, most = 24): fc.Arbitrary<Input[]> =>
  fc.array(fc.tuple(gapMs, act), { maxLength: most, size: 'max' }).map(acts => {
    let at = 0
    return acts.map(([gap, what]) => {
      at += gap
      return { at, ...what } as Input
    })
  })

/** All that a person does. */
export const inputs = inputsOf(
  fc.oneof(
    { weight: 6, arbitrary: press },
    { weight: 1, arbitrary: drop },
    { weight: 1, arbitrary: configure },
  ),
)

/** Buying only: nothing is changed on the way and nothing is dropped by hand. */
export const presses = inputsOf(press)

export const session: fc.Arbitrary<Session> = fc.record({ settings, inputs })

/** One input at any time a short session may reach. */
export const input: fc.Arbitrary<Input> = fc
  .tuple(fc.integer({ min: 0, max: 30_000 }), fc.oneof(press, drop, configure))
  .map(([at, what]) => ({ at, ...what }) as Input)

/** Which of the enabled choices is made, again and again. */
export const picks = fc.array(fc.nat({ max: 999 }), { maxLength: 60, size: 'max' })

/** The states along a walk from choice to choice: no clock, hence every order the rules allow. */
export function walk(opening: State, picked: readonly number[]): State[] {
  const states = [opening]
  for (const pick of picked) {
    const state = states[states.length - 1] ?? opening
    const listed = choices(state)
    const choice = listed[pick % listed.length] as Choice
    const applied = apply(state, choice)
    if (!applied) throw new Error(`${JSON.stringify(choice)} is listed, but may not happen.`)
    states.push(applied[0])
  }
  return states
}
