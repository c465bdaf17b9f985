import { expect, it } from 'vitest'
import { WITH_CAPITALS } from '../element/attributes.ts'
import { PAGE_KNOBS, PAGE_NAMES } from '../embed/page-knobs.ts'
import { SCENARIO, SETTING_NAMES } from '../sim/index.ts'

it('the element knows the capitals of every address parameter', () => {
  const knobs = [...SETTING_NAMES.map(name => SCENARIO[name]), ...PAGE_NAMES.map(name => PAGE_KNOBS[name])]
  const names = [...SETTING_NAMES, ...PAGE_NAMES, ...knobs.flatMap(knob => knob.aliases ?? [])]
  const withCapitals = names.filter(name => name !== name.toLowerCase())
  expect(withCapitals.toSorted()).toEqual(WITH_CAPITALS.toSorted())
})
