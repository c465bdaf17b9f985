import fc from 'fast-check'
import { expect } from 'vitest'
import { checkSettings, SETTING_NAMES, type Settings } from '../sim/index.ts'
import { settings } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { otherValue } from './other-value.ts'

itHolds(
  'the other value of any setting is another one, and one that it can have',
  { seed: 391, runs: 300 },
  fc.property(settings, all => {
    for (const name of SETTING_NAMES) {
      const other = otherValue(name, all[name])
      expect(checkSettings({ [name]: other } as Partial<Settings>)[name]).not.toEqual(all[name])
    }
  }),
)
