import fc from 'fast-check'
import { afterAll, expect, vi } from 'vitest'
import { parseAddress } from '../embed/address.ts'
import { itHolds } from '../sim/testing/property.ts'
import { mangledLink } from '../testing/links.ts'
import { beginAt } from './begin.ts'

vi.stubGlobal('requestAnimationFrame', () => 1)
vi.stubGlobal('cancelAnimationFrame', () => {})
afterAll(() => {
  vi.unstubAllGlobals()
})

/** Wall-clock milliseconds any link may take to open: a hang is far longer, and the machine may be busy. */
const HANG_MS = 3000

itHolds(
  'a mangled link gives the run it still says, or a notice and the simulator as the rest of the address sets it',
  { seed: 371, runs: 5000 },
  fc.asyncProperty(mangledLink, async search => {
    const begun = Date.now()
    const { simulator, page, opened } = beginAt({ search, hash: '' })
    await opened
    expect(Date.now() - begun).toBeLessThan(HANG_MS)
    expect('polluted' in Object.prototype).toBe(false)
    const { session, notices, trace } = simulator.state
    const refused = notices.some(({ text }) => text.startsWith('The run in this address cannot be shown: '))
    if (refused) expect(session).toEqual({ settings: parseAddress(search).settings, inputs: [] })
    else if (page.run === '') expect(session.inputs).toEqual([])
    // Whatever stands there now can be watched to its end.
    simulator.runToEnd()
    expect(simulator.playhead.timeMs).toBe(trace.endMs)
    for (const { text } of notices) expect(text).toMatch(/^[A-Z].{10,}[.!?]$/s)
  }),
)
