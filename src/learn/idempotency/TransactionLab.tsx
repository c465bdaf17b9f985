import {
  applyToTransaction,
  IDLE_TRANSACTION,
  type TransactionChoice,
  type TransactionState,
  transactionChoices,
} from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Actions } from './Actions.tsx'
import styles from './Lab.module.css'
import { often } from './queue-words.ts'
import { ToldList } from './ToldList.tsx'
import { useTold } from './use-told.ts'

const LABELS: Readonly<Record<TransactionChoice, string>> = {
  begin: 'Read the order, begin a transaction',
  charge: 'Charge the card',
  write: 'Write the receipt to a topic',
  commit: 'Commit receipt and offset',
  crash: 'Crash',
}

const TOLD: Readonly<Record<TransactionChoice, string>> = {
  begin: 'The worker reads the order and begins a transaction.',
  charge: 'It charges the card, over HTTP: that is no part of the transaction.',
  write: 'It writes the receipt; nobody who reads committed messages sees it yet.',
  commit: 'It commits receipt and offset together: the order will not be read again.',
  crash:
    'It crashes. The transaction is aborted: no receipt, and the order will be read again. The card stays as it is.',
}

const CHOICES = Object.keys(LABELS) as TransactionChoice[]

/** Reads an order, charges a card, writes a receipt: what a transaction of the log holds together. */
export function TransactionLab() {
  const { state, lines, tell, restart } = useTold(IDLE_TRANSACTION)
  function choose(choice: TransactionChoice) {
    const next = applyToTransaction(state, choice)
    if (next) tell(next, TOLD[choice])
  }
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>
        From topic to topic, a transaction makes it happen exactly once. See what it does for a card: crash it
        between charge and commit.
      </p>
      <Actions>
        {CHOICES.map(choice => (
          <Button
            key={choice}
            disabled={!transactionChoices(state).includes(choice)}
            reason={reasonAgainst(choice, state)}
            onClick={() => choose(choice)}
          >
            {LABELS[choice]}
          </Button>
        ))}
        <Button
          variant="quiet"
          disabled={lines.length === 0}
          reason="Nothing has happened yet."
          onClick={() => restart(IDLE_TRANSACTION)}
        >
          Start over
        </Button>
      </Actions>
      <ToldList
        label="What the worker did"
        lines={lines}
        empty="Begin: here you will see what the worker does, how many receipts there are then, and how often the card is charged."
      />
      {lines.length > 0 && (
        <Notice tone={state.charges > 1 ? 'lost' : 'plain'} short="Receipts and charges">
          Receipts in the topic: {state.receipts}. The card was {often('charged', state.charges)}.
        </Notice>
      )}
    </div>
  )
}

/** Why a choice cannot be made now. */
function reasonAgainst(choice: TransactionChoice, { isRead, stage, crashes }: TransactionState): string {
  if (isRead) return 'The order has been worked off.'
  if (choice !== 'crash') return 'The worker is not at this step.'
  return stage === 'idle' ? 'The worker is idle.' : `It has crashed ${crashes} times; now all goes well.`
}
