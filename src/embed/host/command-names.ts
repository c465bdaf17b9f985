import type { Command } from './messages.ts'

/** A record, so that the compiler misses none. */
const COMMANDS: Readonly<Record<Command, true>> = {
  pay: true,
  newPayment: true,
  dropMessage: true,
  configure: true,
  load: true,
  rerun: true,
  reset: true,
  undo: true,
  redo: true,
  play: true,
  pause: true,
  step: true,
  stepBack: true,
  seek: true,
  advance: true,
  runToEnd: true,
  getState: true,
  getTrace: true,
  traceHash: true,
  permalink: true,
  waitFor: true,
  caption: true,
}

/** The names of all methods that a host may call: the frame obeys them, the element offers them. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly Command[]
