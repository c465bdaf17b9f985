import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { writeRun } from '../embed/run-link.ts'
import { DEFAULT_SETTINGS } from '../sim/index.ts'
import { itHolds } from '../sim/testing/property.ts'
import { pays } from '../sim/testing/run.ts'
import { beginAt } from './begin.ts'

vi.stubGlobal('requestAnimationFrame', () => 1)
vi.stubGlobal('cancelAnimationFrame', () => {})
afterAll(() => {
  vi.unstubAllGlobals()
})

const begin = async (search: string, hash = '') => {
  const { simulator, page, opened } = beginAt({ search, hash })
  await opened
  const { session, notices, status } = simulator.state
  return { page, session, notices: notices.map(({ text }) => text), status, atMs: simulator.playhead.timeMs }
}
const runOf = (text: string) => `run=${encodeURIComponent(text)}`

describe('the simulator begins', () => {
  it('with the defaults and no notice at a bare address', async () => {
    expect(await begin('')).toMatchObject({
      session: { settings: DEFAULT_SETTINGS, inputs: [] },
      notices: [],
      status: 'idle',
    })
  })

  it('with what the address sets', async () => {
    expect(await begin('?seed=7&keys=per-payment&speed=2&clock=manual')).toMatchObject({
      session: { settings: { ...DEFAULT_SETTINGS, seed: 7, keys: 'per-payment' } },
      page: { speed: 2, clock: 'manual' },
    })
  })

  const run = writeRun({
    session: { settings: { ...DEFAULT_SETTINGS, seed: 5 }, inputs: pays(0) },
    atMs: 900,
    outcome: null,
  })
  it.each([
    ['', 'running'],
    ['&start=paused', 'paused'],
    ['&clock=manual', 'paused'],
    ['&presenter=1', 'paused'],
  ])('with a run at its playhead%s, %s', async (more, status) => {
    expect(await begin(`?${runOf(run)}${more}`)).toMatchObject({
      session: { settings: { ...DEFAULT_SETTINGS, seed: 5 }, inputs: pays(0) },
      atMs: 900,
      status,
      notices: [],
    })
  })
})

describe('an address that cannot be taken as it is', () => {
  it('says each bad value', async () => {
    const { notices } = await begin('?timeout=5&speed=100')
    expect(notices).toEqual([
      expect.stringMatching(/^The address says timeout=5,.*Taken instead: 2500\.$/),
      expect.stringMatching(/^The address says speed=100,.*Taken instead: 1\.$/),
    ])
  })

  it.each([
    ['{"settings"', 'it is damaged or cut off.'],
    ['{"inputs":7}', 'inputs is 7, but must be an array of inputs.'],
    [`{"inputs":[${'1,'.repeat(500)}1]}`, 'A session cannot hold 501 inputs. The limit is 500 (inputs).'],
    ['{"at":-5}', 'its playhead is no time.'],
  ])('says why a run cannot be shown, and begins with the settings beside it', async (text, reason) => {
    expect(await begin(`?seed=9&${runOf(text)}`)).toMatchObject({
      session: { settings: { ...DEFAULT_SETTINGS, seed: 9 }, inputs: [] },
      notices: [`The run in this address cannot be shown: ${reason} Here is the simulator as it begins.`],
    })
  })

  it.each(['', '#', '#/', '#/twin', '#/scenarios'])('is not one with the hash %o', async hash => {
    expect((await begin('', hash)).notices).toEqual([])
  })

  it('says that there is no such page', async () => {
    expect((await begin('', '#/lern/keys')).notices).toEqual([
      'There is no page #/lern/keys here. This is the simulator.',
    ])
    expect((await begin('', `#/${'x'.repeat(1000)}`)).notices[0]?.length).toBeLessThan(100)
  })

  itHolds(
    'never keeps the simulator from beginning',
    { seed: 361, runs: 200 },
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (search, hash) => {
      expect(() => beginAt({ search, hash })).not.toThrow()
    }),
  )
})
