import type { FrameMessage } from '../embed/host/messages.ts'

const TYPES: readonly unknown[] = [
  'ready',
  'resize',
  'state',
  'event',
  'reply',
] satisfies FrameMessage['type'][]

/** What a frame says, if it is a simulator that says it; null for everything else. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (typeof data !== 'object' || data === null) return null
  const { source, v, type } = data as Partial<FrameMessage>
  const isOurs = source === 'double-charge-simulator' && v === 1 && TYPES.includes(type)
  return isOurs ? (data as FrameMessage) : null
}

/** A field of a payload, which may be anything. */
export function field(payload: unknown, name: string): unknown {
  return typeof payload === 'object' && payload !== null
    ? (payload as Record<string, unknown>)[name]
    : undefined
}
