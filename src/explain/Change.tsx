import { changeInWords } from '../narrate/change-words.ts'
import { nextPurchaseInWords, othersInWords, outcomeInWords } from '../narrate/outcome-words.ts'
import type { Settings } from '../sim/index.ts'
import type { WhatIf } from '../store/what-if.ts'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './Change.module.css'

export interface ChangeProps {
  result: WhatIf
  payment: number
  /** How often the payment is charged as things are, null while that is not watched to its end; and why. */
  charges: number | null
  reason: string
  /** Null where no link may lead to the twin. */
  twinOf: ((settings: Partial<Settings>) => string) | null
  /** Opens the twin in this very page; null where it opens in a tab of its own. */
  onTwin: ((settings: Partial<Settings>) => void) | null
}

/** One change of settings: what becomes of the payment, how general that is, and the way to see it. */
export function Change({ result, payment, charges, reason, twinOf, onTwin }: ChangeProps) {
  const { settings, prevented, others, next } = result
  const words = changeInWords(settings)
  const [what, why] = outcomeOf(result, payment, charges, reason)
  const remark = prevented
    ? remarkOn(result)
    : charges !== null && result.outcome.charges < charges && result.outcome.charges > 1 && 'helps in part'
  return (
    <li className={styles.change} data-prevented={prevented}>
      <span className={styles.sign}>
        <Icon name={prevented ? 'check' : 'cross'} />
        <VisuallyHidden>{prevented ? 'Prevents it:' : 'Does not help:'}</VisuallyHidden>
      </span>
      <div className={styles.body}>
        <p className={styles.setting}>
          <span>{words}</span>
          {remark && <Chip tone="unsure">{remark}</Chip>}
        </p>
        <p>
          <span className={styles.what}>{what}</span> {why}
        </p>
        {next && <p className={styles.caveat}>{nextPurchaseInWords(next.trace, next.payment)}</p>}
        <p className={styles.foot}>
          {others.of > 0 && !result.same && <span>{othersInWords(others)}</span>}
          {twinOf && (
            <TwinLink words={words} href={twinOf(settings)} onTwin={onTwin && (() => onTwin(settings))} />
          )}
        </p>
      </div>
    </li>
  )
}

interface TwinLinkProps {
  words: string
  href: string
  onTwin: (() => void) | null
}

function TwinLink({ words, href, onTwin }: TwinLinkProps) {
  return (
    <a
      className={styles.twin}
      href={href}
      aria-label={`See it side by side: ${words}`}
      {...(onTwin ? {} : { target: '_blank', rel: 'noopener' })}
      onClick={event => {
        // With a modifier it is for the browser: a new tab, a download.
        if (!onTwin || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        onTwin()
      }}
    >
      See it side by side
    </a>
  )
}

/** What is no cure must not look like one, though it helps in this run. */
function remarkOn({ kind, others, next }: WhatIf): string {
  if (kind !== 'luck' && others.prevented < others.of) return 'by luck'
  if (kind !== 'luck' && others.of === 0) return 'in this run'
  if (next) return 'fails the next purchase'
  return kind === 'belief' ? 'here' : ''
}

function outcomeOf({ trace, same }: WhatIf, payment: number, charges: number | null, reason: string) {
  const { what, why } = outcomeInWords(trace, payment, charges)
  if (same) return [what, 'It changes nothing in this run.'] as const
  // What is said on top already need not be said with every change that leaves it so.
  return [what, why === reason ? '' : why] as const
}
