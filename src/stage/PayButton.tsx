import { shortMoney } from '../narrate/words.ts'
import { pressing } from '../store/pressing.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { currentPayment, isPayingAgain, payRefusal } from '../store/selectors.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PayButton.module.css'

/** The one Pay button: sends the payment, and while its answer is outstanding or unknown sends it again. */
export function PayButton() {
  const simulator = useSimulator()
  const frame = useSimulatorState(state => state.frame)
  const amount = shortMoney(currentPayment(frame)?.amount ?? frame.state.settings.amount)
  const refusal = payRefusal(frame)
  return (
    <Button
      // It stops being the one button filled with ink where another press does nothing.
      variant="primary"
      size="l"
      className={styles.pay}
      disabled={refusal !== null}
      {...(refusal === null ? {} : { reason: refusal })}
      onClick={() => pressing(simulator, () => simulator.pay())}
    >
      {isPayingAgain(frame) ? `Pay ${amount} again` : `Pay ${amount}`}
    </Button>
  )
}

/** Goes on to another payment, and gives up on one that is still open. */
export function NewPaymentButton() {
  const simulator = useSimulator()
  const frame = useSimulatorState(state => state.frame)
  const payment = currentPayment(frame)
  return (
    <Button
      variant="ghost"
      className={styles.next}
      disabled={payment === null}
      reason="There is no payment yet: press Pay."
      onClick={() => pressing(simulator, () => simulator.newPayment())}
    >
      New payment
    </Button>
  )
}
