import { useRef } from 'react'
import type { Verdict } from '../narrate/verdict.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { LockablePart, useLockedNames } from '../ui/Locked.tsx'
import { Spring } from '../ui/motion/Spring.tsx'
import styles from './Verdict.module.css'

const ICONS: Readonly<Record<string, IconName>> = {
  lost: 'warning',
  safe: 'check',
  unsure: 'question',
  way: 'clock',
}

export interface VerdictSheetProps {
  verdict: Verdict
  withActions?: boolean
  /** The region's name, where there are two. */
  label?: string
  /** Opens what explains a double charge. */
  onExplain?: (() => void) | undefined
}

/** A verdict and the way to the other outcome under the same luck. */
export function VerdictSheet({
  verdict,
  withActions = true,
  label = 'Verdict',
  onExplain,
}: VerdictSheetProps) {
  const simulator = useSimulator()
  const trace = useSimulatorState(state => state.trace)
  const { tone, headline, reason, rerun, moment, charges, payments, doubleCharged } = verdict
  const nobodyPays = useLockedNames().includes('stage')
  const section = useRef<HTMLElement>(null)
  const icon = ICONS[tone]
  const broken =
    moment &&
    trace.events.find(
      ({ kind, payment, data }) =>
        kind === 'promise.broken' && payment === moment.payment && data?.promise === moment.promise,
    )
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={label}
      className={styles.verdict}
      data-testid="verdict"
      data-tone={tone}
      data-icon={icon}
      data-charges={charges}
      data-payments={payments}
      data-double-charged={doubleCharged}
    >
      <div className={styles.words}>
        <h2 className={styles.headline}>
          {icon && <Icon name={icon} size={20} />}
          <Spring trigger={headline} from={{ y: 4 }} className={styles.spring}>
            {tone === 'invite' && nobodyPays ? 'Pay is locked here.' : headline}
          </Spring>
        </h2>
        <p className={styles.reason}>{reason}</p>
      </div>
      {withActions && (rerun || broken) && (
        <div className={styles.actions}>
          {broken && (
            <Button variant="quiet" className={styles.moment} onClick={() => simulator.visit(broken.at)}>
              Show the moment
            </Button>
          )}
          {broken && doubleCharged && onExplain && (
            <LockablePart name="closer">
              <Button variant="quiet" onClick={onExplain}>
                Explain
              </Button>
            </LockablePart>
          )}
          {rerun && (
            // It changes what those parts set.
            <LockablePart name="settings">
              <LockablePart name={'keys' in rerun.settings ? 'keys' : ''}>
                <Button
                  variant="primary"
                  onClick={() => {
                    // The button goes with the run it belongs to; the verdict takes over its focus.
                    section.current?.focus({ preventScroll: true })
                    simulator.rerun(rerun.settings)
                    simulator.announce(`${rerun.label}.`)
                  }}
                >
                  {rerun.label}
                </Button>
              </LockablePart>
            </LockablePart>
          )}
        </div>
      )}
    </section>
  )
}
