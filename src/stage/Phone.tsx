import { money } from '../narrate/words.ts'
import { type Payment, willRetry } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { currentPayment } from '../store/selectors.ts'
import { Icon } from '../ui/Icon.tsx'
import { NewPaymentButton, PayButton } from './PayButton.tsx'
import styles from './Phone.module.css'

/** The person is the client: a phone with the shop's page and the one Pay button. */
export function Phone() {
  const frame = useSimulatorState(state => state.frame)
  const payment = currentPayment(frame)
  const amount = payment?.amount ?? frame.state.settings.amount
  return (
    <div className={styles.client}>
      <div className={styles.phone}>
        <p className={styles.shop}>Corner Shop</p>
        {payment?.belief === 'paid' ? (
          <Receipt amount={amount} number={frame.state.payments.length} />
        ) : (
          <>
            <p className={styles.amount}>{money(amount)}</p>
            <p className={styles.said}>{saidOf(payment, willRetry(frame.state))}</p>
          </>
        )}
        <div className={styles.buttons}>
          <PayButton />
          <NewPaymentButton />
        </div>
      </div>
    </div>
  )
}

function Receipt({ amount, number }: { amount: number; number: number }) {
  return (
    <div className={styles.receipt}>
      <p className={styles.paid}>
        <Icon name="check" size={20} /> Paid
      </p>
      <dl>
        <dt>Payment {number}</dt>
        <dd>{money(amount)}</dd>
      </dl>
      <p className={styles.thanks}>Thank you!</p>
    </div>
  )
}

function saidOf(payment: Payment | null, triesAgain: boolean): string {
  switch (payment?.belief) {
    case 'waiting':
      return 'Sending … please wait.'
    case 'unknown':
      if (payment.attempts.at(-1) === 'fail') return 'This attempt was refused. Were you charged before?'
      return triesAgain
        ? 'No answer. Were you charged? It tries again by itself.'
        : 'No answer. Were you charged? Press to try again.'
    case 'failed':
      return payment.card === 'declined' ? 'Your card was declined.' : 'The bank refused this payment.'
    default:
      return 'Ready to pay.'
  }
}
