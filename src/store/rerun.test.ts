import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Input, type Session } from '../sim/index.ts'
import { change, session } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { lastState, pays, run } from '../sim/testing/run.ts'
import { set } from '../testing/inputs.ts'
import { withSettings } from './rerun.ts'

itHolds(
  'a rerun keeps every input that is no switch, and ends with the changed settings in force',
  { seed: 302, runs: 200 },
  fc.property(session, change, (drawn: Session, changes) => {
    const again = withSettings(drawn, changes)
    const presses = (inputs: readonly Input[]) => inputs.filter(({ type }) => type !== 'configure')
    expect(presses(again.inputs)).toEqual(presses(drawn.inputs))
    expect(again.settings).toEqual({ ...drawn.settings, ...changes })
    expect(lastState(run(again.settings, again.inputs)).settings).toMatchObject(changes)
  }),
)

it('a rerun drops later switches of the changed settings, and keeps those of others', () => {
  const session: Session = {
    settings: DEFAULT_SETTINGS,
    inputs: [
      ...pays(0),
      set(100, { keys: 'off', retry: 'auto' }),
      set(200, { keys: 'per-attempt' }),
      ...pays(300),
    ],
  }
  expect(withSettings(session, { keys: 'per-payment' })).toEqual({
    settings: { ...DEFAULT_SETTINGS, keys: 'per-payment' },
    inputs: [...pays(0), set(100, { retry: 'auto' }), ...pays(300)],
  })
})
