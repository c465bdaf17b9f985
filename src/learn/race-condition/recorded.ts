import { KEY } from './presets.ts'

/** What a script said when it was recorded, line by line as redis-cli prints it. */
export interface Recorded {
  readonly worker: number
  readonly ran: readonly string[]
  readonly reply: string
}

/** The claim that the scripts which release are recorded after. */
export const HELD = `SET ${KEY} worker-1 PX 30000`

/**
 * What the real interpreter answered to each preset, on an empty Redis or after {@link HELD}: for pages where it cannot
 * be had. A test holds it equal to what the interpreter answers today.
 */
export const RECORDED: Readonly<
  Record<string, { readonly held: boolean; readonly runs: readonly Recorded[] }>
> = {
  'exists-set': {
    held: false,
    runs: [
      { worker: 1, ran: [`EXISTS ${KEY} → (integer) 0`, `SET ${KEY} processing → OK`], reply: '(integer) 1' },
      { worker: 2, ran: [`EXISTS ${KEY} → (integer) 1`], reply: '(integer) 0' },
    ],
  },
  'set-nx-px': {
    held: false,
    runs: [
      { worker: 1, ran: [`SET ${KEY} worker-1 NX PX 30000 → OK`], reply: '(integer) 1' },
      { worker: 2, ran: [`SET ${KEY} worker-2 NX PX 30000 → (nil)`], reply: '(integer) 0' },
    ],
  },
  release: {
    held: true,
    runs: [
      { worker: 2, ran: [`GET ${KEY} → "worker-1"`], reply: '(integer) 0' },
      { worker: 1, ran: [`GET ${KEY} → "worker-1"`, `DEL ${KEY} → (integer) 1`], reply: '(integer) 1' },
    ],
  },
  'bare-del': {
    held: true,
    runs: [{ worker: 2, ran: [`DEL ${KEY} → (integer) 1`], reply: '(integer) 1' }],
  },
}
