/** What every script here is given: the key of the payment, the worker's token, and a time to live in milliseconds. */
export const KEY = 'payment:uuid-101'
export const LEASE_MS = 30_000
export const tokenOf = (worker: number) => `worker-${worker}`
export const argvOf = (worker: number) => [tokenOf(worker), String(LEASE_MS)]

/** A script to begin with. */
export interface Preset {
  readonly id: string
  readonly label: string
  /** What to try with it. */
  readonly hint: string
  readonly script: string
}

export const PRESETS: readonly Preset[] = [
  {
    id: 'exists-set',
    label: 'EXISTS and SET, atomic',
    hint: 'Run it as worker 1, then as worker 2. Who may charge?',
    script: `-- ATOMIC LUA SCRIPT
if redis.call("EXISTS", KEYS[1]) == 1 then
  return 0 -- Already exists
else
  redis.call("SET", KEYS[1], "processing")
  return 1 -- Success, lock acquired
end
`,
  },
  {
    id: 'set-nx-px',
    label: 'SET NX PX with a token',
    hint: 'Run it as both, then wait 30 s and run it again as worker 2. Whose lock is it now?',
    script: `-- One command: claim it as mine, for a while.
if redis.call("SET", KEYS[1], ARGV[1], "NX", "PX", ARGV[2]) then
  return 1
else
  return 0
end
`,
  },
  {
    id: 'release',
    label: 'Release: compare, then DEL',
    hint: 'Take the lock first, with SET NX PX. Then release it as worker 2, and as worker 1.',
    script: `-- Release the lock, but only my own.
if redis.call("GET", KEYS[1]) == ARGV[1] then
  return redis.call("DEL", KEYS[1])
else
  return 0
end
`,
  },
  {
    id: 'bare-del',
    label: 'Release: a bare DEL',
    hint: 'Take the lock as worker 1, with SET NX PX. Then run this as worker 2.',
    script: `-- Releases whatever lock there is.
return redis.call("DEL", KEYS[1])
`,
  },
]
