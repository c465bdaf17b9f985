import { shortMoney } from '../narrate/words.ts'
import type { Frame } from '../sim/index.ts'
import { pressing } from '../store/pressing.ts'
import { useFrames, useSimulator } from '../store/react.tsx'
import { currentPayment, isPayingAgain, payRefusal } from '../store/selectors.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PayButton.module.css'

/** The one Pay button: sends the payment, and while its answer is outstanding or unknown sends it again. */
export function PayButton() {
  const simulator = useSimulator()
  const frames = useFrames()
  const refusals = frames.map(payRefusal)
  // Beside a twin a press counts that means something to either side.
  const taking = Math.max(0, refusals.indexOf(null))
  const frame = frames[taking] as Frame
  const refusal = refusals[taking] ?? null
  const amount = shortMoney(currentPayment(frame)?.amount ?? frame.state.settings.amount)
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
  const isOpen = useFrames().some(frame => currentPayment(frame) !== null)
  return (
    <Button
      variant="ghost"
      className={styles.next}
      disabled={!isOpen}
      reason="There is no payment yet: press Pay."
      onClick={() => pressing(simulator, () => simulator.newPayment())}
    >
      New payment
    </Button>
  )
}
