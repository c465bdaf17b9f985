import { createContext, type ReactNode, use } from 'react'

/** Why the controls around here cannot be used; null where they can. */
const LockReason = createContext<string | null>(null)

/** Which parts of the page are locked, by name. */
const LockedNames = createContext<readonly string[]>([])

const REASON = 'Locked on this page.'

interface LockedProps {
  when: boolean
  /** Why, as a sentence: the title of each control in it, and its description. */
  reason?: string
  children: ReactNode
}

/** Its controls are shown, disabled, with a lock; inside what is locked nothing is free again. */
export function Locked({ when, reason = REASON, children }: LockedProps) {
  const around = useLocked()
  return <LockReason value={when ? reason : around}>{children}</LockReason>
}

/** Says which parts of the page below are locked. */
export function LockedParts({ names, children }: { names: readonly string[]; children: ReactNode }) {
  return <LockedNames value={names}>{children}</LockedNames>
}

/** A part of the page that can be locked by its name. */
export function LockablePart({ name, children }: { name: string; children: ReactNode }) {
  return <Locked when={use(LockedNames).includes(name)}>{children}</Locked>
}

/** Which parts of the page are locked, for what changes several of them. */
export function useLockedNames(): readonly string[] {
  return use(LockedNames)
}

/** Why a control here cannot be used; null where it can. */
export function useLocked(): string | null {
  return use(LockReason)
}
