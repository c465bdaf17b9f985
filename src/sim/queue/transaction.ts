/**
 * A worker that reads an order, charges a card, writes a receipt, in a transaction of the log. Facts: KIP-98 and the
 * Kafka design documentation: the transaction spans the writes to topics and the consumer's offsets, read by
 * `read_committed` consumers. A card is none of these.
 */
export interface TransactionState {
  readonly stage: 'idle' | 'open' | 'charged' | 'written'
  /** Whether the input's offset is committed: the order is not read again. */
  readonly isRead: boolean
  /** Receipts that a `read_committed` consumer sees. */
  readonly receipts: number
  /** What the card was charged, outside the log. */
  readonly charges: number
  readonly crashes: number
}

export type TransactionChoice = 'begin' | 'charge' | 'write' | 'commit' | 'crash'

/** So often a lab's worker may crash. */
const MAX_CRASHES = 5

export const IDLE_TRANSACTION: TransactionState = {
  stage: 'idle',
  isRead: false,
  receipts: 0,
  charges: 0,
  crashes: 0,
}

const NEXT: Readonly<Record<TransactionState['stage'], TransactionChoice>> = {
  idle: 'begin',
  open: 'charge',
  charged: 'write',
  written: 'commit',
}

export function transactionChoices({ stage, isRead, crashes }: TransactionState): TransactionChoice[] {
  if (isRead) return []
  return stage === 'idle' || crashes >= MAX_CRASHES ? [NEXT[stage]] : [NEXT[stage], 'crash']
}

/** The state after a choice; null for one that may not be made. */
export function applyToTransaction(
  state: TransactionState,
  choice: TransactionChoice,
): TransactionState | null {
  if (!transactionChoices(state).includes(choice)) return null
  switch (choice) {
    case 'begin':
      return { ...state, stage: 'open' }
    case 'charge':
      return { ...state, stage: 'charged', charges: state.charges + 1 }
    case 'write':
      return { ...state, stage: 'written' }
    case 'commit':
      return { ...state, stage: 'idle', isRead: true, receipts: state.receipts + 1 }
    case 'crash':
      // Aborted: the receipt is never seen and the offset stays. The card stays charged.
      return { ...state, stage: 'idle', crashes: state.crashes + 1 }
  }
}
