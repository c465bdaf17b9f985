import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choices, DEFAULT_CHOICES, HEIGHT_PX } from '../builder/choices.ts'
import { embedOf } from '../builder/embed-of.ts'
import { MOTIONS, SPEEDS, STARTS, THEMES } from '../builder/looks.ts'
import { PARTS, partsThatAre } from '../builder/parts.ts'
import type { Place } from '../builder/place.ts'
import { begunWith, isPreset, PRESETS } from '../builder/presets.ts'
import { type Scenes, settingsOf } from '../builder/scenes.ts'
import { frameAddress } from '../builder/snippets.ts'
import { parseAddress } from '../embed/address.ts'
import { HIDEABLE } from '../embed/page-knobs.ts'
import { parseChange } from '../embed/twin-change.ts'
import { SCENARIOS } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import { SETTING_NAMES } from '../sim/index.ts'
import { settings } from '../sim/testing/arbitraries.ts'
import { itHolds } from '../sim/testing/property.ts'
import { withSettings } from '../store/rerun.ts'
import { Simulator } from '../store/simulator.ts'
import { openLink } from './open-link.ts'

const PLACE: Place = {
  address: 'https://example.org/',
  isFile: false,
  isLocal: false,
  isInsecure: false,
  isSingleFile: false,
  isOpaque: false,
}
const SCENES: Scenes = {
  scenarios: SCENARIOS.map(scenario => ({ ...scenario, settings: sessionOf(scenario).settings })),
  labs: [],
  run: null,
}

const of = <T>(options: readonly { readonly value: T }[]) =>
  fc.constantFrom(...options.map(({ value }) => value))
const choices: fc.Arbitrary<Choices> = fc.record({
  scene: fc.constantFrom('room' as const, 'twin' as const, 'scenario' as const),
  scenario: fc.constantFrom(...SCENARIOS.map(({ id }) => id)),
  lab: fc.constant('networks'),
  from: fc.constant('start' as const),
  // Half of them as the defaults have it, so that what a scenario has set is set back.
  changes: fc.oneof(
    settings,
    settings.map(({ seed, keys }) => ({ seed, keys })),
    fc.constant({ keys: 'off' as const, responseLoss: 0.5 }),
  ),
  twin: fc.oneof(
    fc.constant({}),
    fc.tuple(fc.constantFrom(...SETTING_NAMES), settings).map(([name, all]) => ({ [name]: all[name] })),
  ),
  start: of(STARTS),
  speed: of(SPEEDS).map(Number),
  theme: of(THEMES),
  motion: of(MOTIONS),
  parts: fc.dictionary(
    fc.constantFrom(...PARTS.map(({ part }) => part)),
    fc.constantFrom('locked' as const, 'hidden' as const),
  ),
  links: fc.constantFrom('on' as const, 'off' as const),
  title: fc.constant('Week 3'),
  sizing: fc.constantFrom('content' as const, 'fixed' as const),
  heightPx: fc.integer(HEIGHT_PX),
  build: fc.constant('site' as const),
  fileAddress: fc.constant('standalone.html'),
})

const read = (chosen: Choices) => parseAddress(new URL(frameAddress(embedOf(chosen, SCENES, PLACE))).search)

describe('what is chosen', () => {
  itHolds(
    'is what the simulator reads in the snippet, without a complaint',
    { seed: 421, runs: 200 },
    fc.property(choices, chosen => {
      const { named, page, problems } = read(chosen)
      const scenario = SCENARIOS.find(({ id }) => id === page.scenario)
      expect(problems).toEqual([])
      expect(page).toMatchObject({
        embed: '1',
        scenario: chosen.scene === 'scenario' ? chosen.scenario : '',
        hide: partsThatAre('hidden', chosen),
        lock: partsThatAre('locked', chosen),
        resize: chosen.sizing === 'fixed' ? 'off' : 'on',
        speed: chosen.speed,
        theme: chosen.theme,
        motion: chosen.motion,
        links: chosen.links,
      })
      expect(parseChange(page.twin)).toEqual({
        change: chosen.scene === 'twin' ? chosen.twin : {},
        problems: [],
      })
      const begin = sessionOf(scenario ?? { session: { settings: {}, inputs: [] } })
      expect(withSettings(begin, named).settings).toEqual(settingsOf(chosen, SCENES))
    }),
  )

  it('names the seed, and a scenario by its own, even where nothing is changed', () => {
    const chosen: Choices = { ...DEFAULT_CHOICES, scene: 'scenario', scenario: 'check-then-act' }
    expect(read(chosen).named).toEqual({ seed: 3 })
    expect(read(DEFAULT_CHOICES).named).toEqual({ seed: 202 })
  })

  it('opens a scenario with what was changed in it, keys off again among it', () => {
    const chosen: Choices = {
      ...DEFAULT_CHOICES,
      scene: 'scenario',
      scenario: 'check-then-act',
      changes: { keys: 'off' },
    }
    const { settings: set, named, page } = read(chosen)
    const simulator = new Simulator({ session: { settings: set, inputs: [] }, clock: 'manual' })
    openLink(simulator, page, named)
    expect(simulator.state.session.settings).toMatchObject({ keys: 'off', server: 'check-then-act', seed: 3 })
  })
})

describe('the parts', () => {
  it('are all that can be hidden, but for the header, which a frame has not', () => {
    expect(PARTS.map(({ part }) => part).sort()).toEqual(HIDEABLE.filter(part => part !== 'header').sort())
  })
})

describe('a quick start', () => {
  it.each(PRESETS.map(preset => [preset.name, preset] as const))(
    '“%s” is there for the simulator',
    (_, preset) => {
      const chosen = begunWith(preset, {
        ...DEFAULT_CHOICES,
        heightPx: 480,
        changes: { keys: 'per-attempt' },
      })
      expect(read(chosen).problems).toEqual([])
      expect(chosen.heightPx).toBe(480)
      expect(PRESETS.filter(each => isPreset(each, chosen))).toEqual([preset])
    },
  )
})
