import { useSimulatorState } from '../store/react.tsx'
import styles from './Explain.module.css'

/** What will be here once a payment is charged twice. */
export function NothingYet() {
  const trace = useSimulatorState(state => state.trace)
  const watchedMs = useSimulatorState(state => state.watchedMs)
  const swallowed = trace.events.find(
    ({ kind, at, data }) =>
      kind === 'promise.broken' && at <= watchedMs && data?.promise === 'told-paid-means-charged',
  )
  return (
    <div className={styles.empty}>
      <p>
        No double charge so far. Once a payment is charged twice, the shortest chain of causes is told here,
        and which settings would have prevented it.
      </p>
      {swallowed && (
        <p>
          Payment {swallowed.payment?.slice(1)} was told “paid” and never charged. That is harm, too, but only
          double charges are explained here: the verdict says why.
        </p>
      )}
    </div>
  )
}
