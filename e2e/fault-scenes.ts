import type { Input, Settings } from '../src/sim/index.ts'
import type { Simulator } from './simulator.ts'

/** A moment of a run at which something new stands on the stage. */
interface Scene {
  readonly settings: Partial<Settings>
  readonly presses: readonly number[]
  readonly atMs: number
}

const KEYED = { keys: 'per-payment' } as const

/** Every message takes 700 ms, so that the moments are the same under every seed. */
export const FAULT_SCENES: Readonly<Record<string, Scene>> = {
  'crashed-worker': {
    settings: { ...KEYED, server: 'saved-response', crash: 'after-charge' },
    presses: [0],
    atMs: 1300,
  },
  'worker-asleep': {
    settings: { ...KEYED, server: 'set-nx', pause: 3000, lease: 10_000 },
    presses: [0, 200],
    atMs: 980,
  },
  'requests-waiting': {
    settings: { ...KEYED, pause: 3000 },
    presses: [0, 20, 40, 60],
    atMs: 830,
  },
  'rolled-back': {
    settings: { ...KEYED, crash: 'after-charge' },
    presses: [0],
    atMs: 1300,
  },
  'expired-record': {
    settings: { ...KEYED, ttl: 1500, responseLoss: 1 },
    presses: [0, 3000],
    atMs: 2950,
  },
  'two-memories': {
    settings: { ...KEYED, server: 'saved-response', memory: 'per-instance', responseLoss: 1 },
    presses: [0, 2600],
    atMs: 4600,
  },
  'instance-forgets': {
    settings: { ...KEYED, server: 'saved-response', memory: 'per-instance', crash: 'after-answer-is-ready' },
    presses: [0],
    atMs: 1500,
  },
  duplicate: { settings: { duplicate: 1 }, presses: [0], atMs: 500 },
  'duplicate-charged': { settings: { duplicate: 1 }, presses: [0], atMs: 1500 },
  'error-500': { settings: { ...KEYED, serverError: 'after-charge' }, presses: [0, 2600], atMs: 1800 },
  'error-500-replayed': {
    settings: { ...KEYED, serverError: 'after-charge' },
    presses: [0, 2600],
    atMs: 3900,
  },
  'too-many-429': { settings: { ...KEYED, rateLimit: 1 }, presses: [0], atMs: 1000 },
  'no-key-400': { settings: { keyRequired: 'on' }, presses: [0], atMs: 1000 },
  'longest-handler': {
    settings: { ...KEYED, server: 'lock-check-outside' },
    presses: [0, 100],
    atMs: 950,
  },
  'widest-handler': {
    settings: { ...KEYED, server: 'saved-response-downstream-key', crash: 'after-charge' },
    presses: [0, 100],
    atMs: 1250,
  },
}

/** Loads a scene's run and goes to its moment. */
export async function enter(simulator: Simulator, { settings, presses, atMs }: Scene): Promise<void> {
  const inputs: Input[] = presses.map(at => ({ at, type: 'pay' }))
  await simulator.call('load', { settings: { latency: '700-700', responseLoss: 0, ...settings }, inputs })
  await simulator.call('seek', atMs)
}
