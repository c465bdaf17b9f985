import { act, render, renderHook, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { CALM, pays } from '../sim/testing/run.ts'
import { simulated } from '../testing/simulated.ts'
import { SimulatorProvider, usePlayhead, useSimulator, useSimulatorState } from './react.tsx'

function Follower({ onRender, onTime }: { onRender: () => void; onTime: (timeMs: number) => void }) {
  onRender()
  usePlayhead(onTime)
  return null
}

function EventCount({ onRender }: { onRender: () => void }) {
  onRender()
  return <p>{useSimulatorState(state => state.frame.eventCount)} events</p>
}

function running(part: ReactElement) {
  const { clock, simulator } = simulated({ settings: CALM, inputs: pays(0) })
  const around = (inner: ReactElement) => <SimulatorProvider simulator={simulator}>{inner}</SimulatorProvider>
  const { rerender, unmount } = render(around(part))
  return { clock, unmount, give: (other: ReactElement) => rerender(around(other)) }
}

describe('a component that follows the playhead', () => {
  it('is called back with the time at once and with every frame, and never rendered for it', () => {
    const onRender = vi.fn()
    const times: number[] = []
    const { clock, unmount } = running(<Follower onRender={onRender} onTime={ms => times.push(ms)} />)
    act(() => {
      clock.frame(20)
      clock.frame(30)
    })
    expect(times).toEqual([0, 20, 50])
    expect(onRender).toHaveBeenCalledOnce()
    unmount()
    clock.frame(40)
    expect(times).toHaveLength(3)
  })

  it('is called back by what it was given last', () => {
    const said: string[] = []
    const follower = (word: string) => <Follower onRender={() => {}} onTime={() => said.push(word)} />
    const { clock, give } = running(follower('first'))
    give(follower('second'))
    act(() => clock.frame(20))
    expect(said).toEqual(['first', 'second'])
  })
})

it('a component that shows state is rendered only when what it selects changes', () => {
  const onRender = vi.fn()
  const { clock } = running(<EventCount onRender={onRender} />)
  act(() => clock.run(680))
  expect(onRender).toHaveBeenCalledOnce()
  act(() => clock.run(20))
  expect(screen.getByText('4 events')).toBeVisible()
  expect(onRender).toHaveBeenCalledTimes(2)
})

it('a component outside a simulator is told so', () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => renderHook(useSimulator)).toThrow('There is no simulator around this component.')
  silent.mockRestore()
})
