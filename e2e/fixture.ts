import { test as base } from 'playwright/test'
import { type Params, Simulator } from './simulator.ts'

export { expect } from 'playwright/test'
export { Simulator } from './simulator.ts'

/** What `test.use` sets. Where the simulator is, Playwright's own `baseURL` says. */
export interface SimulatorOptions {
  /** The luck of the network: the same seed draws the same losses and delays. */
  seed: number
  /** With `manual` virtual time moves only when the script moves it. */
  clock: 'manual' | 'auto'
  /** Any other parameters of the address. */
  params: Params
}

interface Given {
  /** The simulator, standing open. */
  simulator: Simulator
}

/** `npm start` serves it here. */
const STARTED = 'http://localhost:4173/'

/** Playwright's `test` with the simulator open on its page: seed 202, and a clock that stands still unless it is moved. */
export const test = base.extend<SimulatorOptions & Given>({
  seed: [202, { option: true }],
  clock: ['manual', { option: true }],
  params: [{}, { option: true }],
  baseURL: async ({ baseURL }, use) => use(baseURL ?? STARTED),
  simulator: async ({ page, seed, clock, params }, use) => {
    const simulator = new Simulator(page)
    await simulator.open({ seed, clock, ...params })
    await use(simulator)
  },
})
