import type { HostMessage, MessageId } from './messages.ts'
import { ownProperties } from './plain.ts'

/** What a host says, if it is said as section 4 of the contract has it; null for everything else. Never throws. */
export function parseMessage(data: unknown): HostMessage | null {
  const said = ownProperties(data)
  if (said?.get('target') !== 'double-charge-simulator' || said.get('v') !== 1) return null
  const id = said.get('id')
  if (!isId(id)) return null
  const type = said.get('type')
  if (type === 'hello' || type === 'subscribe') return { type, id }
  if (type !== 'command') return null
  const command = said.get('command')
  const args = said.get('args') === undefined ? [] : said.get('args')
  if (typeof command !== 'string' || !Array.isArray(args)) return null
  return { type, id, command, args }
}

function isId(id: unknown): id is MessageId | undefined {
  return id === undefined || typeof id === 'string' || Number.isFinite(id)
}
