import { afterAll, describe, expect, it, vi } from 'vitest'
import { serializeAddress } from '../embed/address.ts'
import { DEFAULT_PAGE } from '../embed/page-knobs.ts'
import { writeRun } from '../embed/run-link.ts'
import { SCENARIOS } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import { DEFAULT_SETTINGS } from '../sim/index.ts'
import { pays } from '../sim/testing/run.ts'
import { runSession } from '../store/run-session.ts'
import { beginAt } from './begin.ts'
import { checksumOf } from './checksum.ts'

vi.stubGlobal('requestAnimationFrame', () => 1)
vi.stubGlobal('cancelAnimationFrame', () => {})
afterAll(() => {
  vi.unstubAllGlobals()
})

async function opened(search: string) {
  const { simulator, opened: done } = beginAt({ search, hash: '' })
  await done
  return { simulator, notices: () => simulator.state.notices.map(({ text }) => text) }
}

const STORY = { settings: DEFAULT_SETTINGS, inputs: pays(0, 3000) }
const linkOf = (outcome: string, scenario = '') =>
  serializeAddress({
    settings: STORY.settings,
    page: { ...DEFAULT_PAGE, run: writeRun({ session: STORY, atMs: 1000, outcome }), scenario },
  })

describe('a run in the address', () => {
  it('opens without a word where it ends as it ended when the link was made', async () => {
    const { simulator, notices } = await opened(linkOf(checksumOf(runSession(STORY))))
    expect([simulator.state.session, simulator.playhead.timeMs, notices()]).toEqual([STORY, 1000, []])
  })

  it('opens, and says so, where it ends otherwise', async () => {
    const { simulator, notices } = await opened(linkOf('00000000'))
    expect(simulator.state.session).toEqual(STORY)
    expect(notices()).toEqual([expect.stringMatching(/^This run ends differently here than where its link/)])
  })

  it('is said to end otherwise only as long as it stands', async () => {
    const { simulator, notices } = await opened(linkOf('00000000'))
    simulator.reset()
    expect(notices()).toEqual([])
  })

  it('goes before a scenario, whose question is asked all the same', async () => {
    const { simulator, notices } = await opened(linkOf(checksumOf(runSession(STORY)), 'double-click'))
    expect(simulator.state.session).toEqual(STORY)
    expect(notices()).toEqual([expect.stringMatching(/^The impatient double click\. .*\?$/)])
  })

  it('of which more is said to be watched than there is, is watched to its end', async () => {
    const run = writeRun({ session: STORY, atMs: 999_999, outcome: null })
    const { simulator } = await opened(
      serializeAddress({ settings: STORY.settings, page: { ...DEFAULT_PAGE, run } }),
    )
    expect(simulator.watchedMs).toBe(simulator.state.trace.endMs)
    expect(simulator.state.status).toBe('idle')
  })

  it('leaves nothing to undo', async () => {
    const { simulator } = await opened(linkOf('00000000'))
    expect(simulator.state.history).toEqual({ past: [], future: [] })
  })
})

describe('a scenario in the address', () => {
  it.each(SCENARIOS.map(scenario => [scenario.id, scenario] as const))('opens: %s', async (id, scenario) => {
    const { simulator, notices } = await opened(`scenario=${id}`)
    expect(simulator.state.session).toEqual(sessionOf(scenario))
    expect(simulator.state.status).toBe('running')
    expect(notices()).toEqual([`${scenario.title}. ${scenario.question}`])
  })

  it('takes the settings that stand beside it', async () => {
    const { simulator } = await opened('scenario=ghost&keys=per-payment&drop=0.25')
    const [ghost] = SCENARIOS
    expect(ghost && simulator.state.session).toEqual({
      ...sessionOf(ghost as (typeof SCENARIOS)[number]),
      settings: { ...DEFAULT_SETTINGS, ...ghost?.session.settings, keys: 'per-payment', responseLoss: 0.25 },
    })
  })

  it.each(['nothing', '__proto__', 'x'.repeat(1000)])('that there is not is named: %s', async id => {
    const { simulator, notices } = await opened(`seed=7&scenario=${id}`)
    expect(simulator.state.session).toEqual({ settings: { ...DEFAULT_SETTINGS, seed: 7 }, inputs: [] })
    expect(notices()).toEqual([
      expect.stringMatching(/^The address says scenario=.{1,40}, but there is no such/),
    ])
  })

  it('says what there was to notice only once it has been watched to its end', async () => {
    const { simulator, notices } = await opened('scenario=ghost')
    const [ghost] = SCENARIOS
    simulator.seek(simulator.playhead.endMs - 1)
    expect(notices()).toEqual([`${ghost?.title}. ${ghost?.question}`])
    simulator.runToEnd()
    expect(notices()).toEqual([`${ghost?.title}. ${ghost?.notice}`])
  })

  it('says nothing of it where other settings make it end otherwise', async () => {
    const { simulator, notices } = await opened('scenario=ghost&responseLoss=0')
    simulator.runToEnd()
    expect(notices()).toEqual([])
  })

  it('takes back what it said once another run stands there', async () => {
    const { simulator, notices } = await opened('scenario=ghost')
    simulator.runToEnd()
    expect(notices()).toHaveLength(1)
    simulator.reset()
    expect(notices()).toEqual([])
  })

  it('opens beside a run that cannot be read', async () => {
    const { notices } = await opened('scenario=ghost&run=1.xx')
    expect(notices()[0]).toMatch(/damaged or cut off\. Here is the scenario\.$/)
  })

  it('asks no longer once one presses something else', async () => {
    const { simulator, notices } = await opened('scenario=ghost')
    simulator.seek(500)
    simulator.dropMessage('p1.a1.request')
    expect(notices().filter(text => text.startsWith('The ghost'))).toEqual([])
    simulator.runToEnd()
    expect(notices().filter(text => text.startsWith('The ghost'))).toEqual([])
  })
})
