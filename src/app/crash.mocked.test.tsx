import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pays } from '../sim/testing/run.ts'
import { openPage } from '../testing/open-page.tsx'

/** The panels that crash when they are drawn. */
const crashing = vi.hoisted(() => new Set<string>())

function panelThatMayCrash(name: string) {
  return () => {
    if (crashing.has(name)) throw new Error(`no ${name} today`)
    return <p>{name} is well</p>
  }
}

vi.mock('../timeline/EventList.tsx', () => ({ EventList: panelThatMayCrash('Events') }))
vi.mock('../charts/BalancePanel.tsx', () => ({ BalancePanel: panelThatMayCrash('Balance') }))
vi.mock('../stage/Verdict.tsx', () => ({ Verdict: panelThatMayCrash('Verdict') }))
vi.mock('../stage/Wires.tsx', () => ({ Wires: panelThatMayCrash('Stage') }))
vi.mock('../controls/MoreSettings.tsx', () => ({ MoreSettings: panelThatMayCrash('Settings') }))
// Takes long to load, and only moves words.
vi.mock('../ui/motion/SpringMotion.tsx', () => ({ SpringMotion: () => null }))
vi.mock('../timeline/Scrubber.tsx', () => ({ Scrubber: panelThatMayCrash('Playback') }))

beforeEach(() => {
  crashing.clear()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a crash in a panel', () => {
  it.each(['Events', 'Balance', 'Verdict', 'Stage', 'Settings', 'Playback'])(
    'keeps the others and offers a reset: %s',
    async name => {
      crashing.add(name)
      const { simulator, user } = openPage({ inputs: pays(0) })
      expect(await screen.findByRole('alert')).toHaveTextContent(`no ${name} today`)
      expect(screen.getAllByRole('alert')).toHaveLength(1)
      for (const other of ['Events', 'Verdict', 'Stage', 'Playback'])
        expect(screen.queryAllByText(`${other} is well`)).toHaveLength(other === name ? 0 : 1)

      crashing.clear()
      await user.click(screen.getByRole('button', { name: `Reset ${name}` }))
      expect(screen.queryByRole('alert')).toBeNull()
      expect(await screen.findByText(`${name} is well`)).toBeInTheDocument()
      expect(simulator.state.session.inputs).toEqual([])
    },
  )
})
