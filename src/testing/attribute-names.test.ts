import { expect, it } from 'vitest'
import { PARAMETERS } from '../element/parameters.ts'
import { PAGE_KNOBS, PAGE_NAMES } from '../embed/page-knobs.ts'
import { SCENARIO, SETTING_NAMES } from '../sim/index.ts'

it('the element knows every address parameter, and sets embed itself', () => {
  const knobs = [...SETTING_NAMES.map(name => SCENARIO[name]), ...PAGE_NAMES.map(name => PAGE_KNOBS[name])]
  const names = [...SETTING_NAMES, ...PAGE_NAMES, ...knobs.flatMap(knob => knob.aliases ?? [])]
  expect([...PARAMETERS, 'embed'].toSorted()).toEqual(names.toSorted())
})
