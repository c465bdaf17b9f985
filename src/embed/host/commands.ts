import type { DoubleCharge } from '../api-types.ts'
import { COMMAND_NAMES } from './command-names.ts'
import type { Answer, Command } from './messages.ts'

/** Carries out a command, at once; the answer comes when what it promises has come. Never rejects. */
export async function carryOut(
  api: DoubleCharge,
  command: string,
  args: readonly unknown[],
): Promise<Answer> {
  if (!isCommand(command)) return refused('UnknownCommandError', unknown(command))
  try {
    const method = api[command] as (...args: readonly unknown[]) => unknown
    return { ok: true, result: await method(...args) }
  } catch (error) {
    return error instanceof Error ? refused(error.name, error.message) : refused('Error', String(error))
  }
}

/** An answer that says what went wrong. */
export function refused(name: string, message: string): Answer {
  return { ok: false, error: { name, message } }
}

function isCommand(command: string): command is Command {
  return COMMAND_NAMES.some(name => name === command)
}

function unknown(command: string): string {
  const shown = command.length > 40 ? `${command.slice(0, 39)}…` : command
  return `command is ${JSON.stringify(shown)}, but must be one of ${COMMAND_NAMES.join(', ')}`
}
