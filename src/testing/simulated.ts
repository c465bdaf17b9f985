import { Playhead } from '../playback/playhead.ts'
import { DEFAULT_SETTINGS, type Input, type Settings } from '../sim/index.ts'
import { Simulator, type SimulatorOptions } from '../store/simulator.ts'
import { HandClock } from './hand-clock.ts'

interface Given extends Omit<SimulatorOptions, 'session' | 'playhead'> {
  readonly settings?: Partial<Settings>
  readonly inputs?: readonly Input[]
}

/** A simulator whose clock the test moves; what is not set has its default. */
export function simulated({ settings, inputs = [], ...options }: Given = {}) {
  const clock = new HandClock()
  const simulator = new Simulator({
    session: { settings: { ...DEFAULT_SETTINGS, ...settings }, inputs },
    playhead: new Playhead(clock),
    ...options,
  })
  return { clock, simulator }
}
