import { act, render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { SimulatorProvider } from '../store/react.tsx'
import { simulated } from './simulated.ts'

/** A part of the page over a simulator whose time the test moves. */
export function renderIn(given: Parameters<typeof simulated>[0], part: ReactNode) {
  const { clock, simulator } = simulated({ clock: 'manual', ...given })
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never })
  render(<SimulatorProvider simulator={simulator}>{part}</SimulatorProvider>)
  /** Moves the playhead. */
  const seek = (ms: number) => act(() => simulator.seek(ms))
  return { clock, seek, simulator, user }
}
