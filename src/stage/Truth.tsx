import { money, times } from '../narrate/words.ts'
import { balanceOf, chargesOf, expectedBalance, type Frame, workOf } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/Icon.tsx'
import { Spring } from '../ui/motion/Spring.tsx'
import type { Tone } from '../ui/tone.ts'
import { Sparkline } from './Sparkline.tsx'
import styles from './Truth.module.css'

/** What you know, and what the bank's ledger says: the gap between the two is the lesson, so they share a line. */
export function Truth({ withSparkline }: { withSparkline: boolean }) {
  const frame = useSimulatorState(state => state.frame)
  const known = knowledgeOf(frame)
  const balance = balanceOf(frame.state)
  const charged = ledgerChip(frame, withSparkline)
  return (
    <div className={styles.truth}>
      <div>
        <h2 className={styles.who}>You</h2>
        <p className={styles.known} data-testid="belief" data-belief={known.belief}>
          <span className={styles.word}>{known.word}</span>
          {known.chip && (
            <Chip tone={known.tone} icon={known.icon}>
              {known.chip}
            </Chip>
          )}
        </p>
      </div>
      {withSparkline && <Sparkline />}
      <div className={styles.ledger}>
        <h2 className={styles.who}>The bank’s ledger</h2>
        <p className={styles.says}>
          {charged && (
            <Chip tone={charged.tone} icon={charged.icon}>
              {charged.text}
            </Chip>
          )}
          <span data-testid="balance" data-minor={balance}>
            <Spring trigger={balance} from={{ scale: 1.07 }} className={styles.balance}>
              {money(balance)}
            </Spring>
          </span>
        </p>
      </div>
      <span hidden data-testid="expected-balance" data-minor={expectedBalance(frame.state)}>
        {money(expectedBalance(frame.state))}
      </span>
    </div>
  )
}

interface Knowledge {
  belief: string
  word: string
  chip: string | null
  tone: Tone
  icon?: IconName
}

function knowledgeOf({ state }: Frame): Knowledge {
  const last = state.payments.at(-1)
  if (!last || (last.closed && !last.gaveUp)) {
    const chip = last ? `payment ${state.payments.length + 1}` : null
    return { belief: 'none', word: 'Nothing sent', chip, tone: 'plain' }
  }
  const tries = last.attempts.length
  switch (last.belief) {
    case 'waiting':
      return {
        belief: 'waiting',
        word: 'Waiting',
        chip: `attempt ${tries}`,
        tone: 'way',
        icon: 'clock',
      }
    case 'unknown':
      return {
        belief: 'unknown',
        word: 'Don’t know',
        chip: last.gaveUp ? 'gave up' : last.attempts.at(-1) === 'fail' ? 'refused' : 'not told',
        tone: 'unsure',
        icon: 'question',
      }
    case 'paid':
      return { belief: 'paid', word: 'Paid', chip: 'told so', tone: 'safe', icon: 'check' }
    case 'failed':
      return { belief: 'failed', word: 'Not paid', chip: 'refused', tone: 'plain', icon: 'close' }
  }
}

interface Charged {
  text: string
  tone: Tone
  icon?: IconName
}

/** Harm comes first; where the bank's code is out of sight, then what befalls it or that it runs; then the charges. */
function ledgerChip(frame: Frame, codeOutOfSight: boolean): Charged | null {
  const charged = chargedOf(frame)
  if (!codeOutOfSight || charged?.tone === 'lost') return charged
  return bankChip(frame) ?? charged
}

const AT_WORK: Charged = { text: 'at work', tone: 'way', icon: 'clock' }
const ASLEEP: Charged = { text: 'asleep', tone: 'unsure', icon: 'moon' }
const DOWN: Charged = { text: 'crashed', tone: 'lost', icon: 'cross' }

function bankChip({ state }: Frame): Charged | null {
  const works = state.workers.map(workOf).filter(work => work?.message.payment === state.payments.length)
  if (state.workers.includes('down')) return DOWN
  if (works.some(work => work?.asleep)) return ASLEEP
  return works.length > 0 ? AT_WORK : null
}

/** What the ledger says of the payment last in question. */
function chargedOf({ state }: Frame): Charged | null {
  const last = state.payments.at(-1)
  if (!last || (last.closed && !last.gaveUp)) return null
  const count = chargesOf(state.ledger, state.payments.length)
  if (count === 0) return { text: 'not charged', tone: 'plain' }
  if (count > 1) return { text: `charged ${times(count)}`, tone: 'lost' }
  return last.belief === 'paid'
    ? { text: 'charged once', tone: 'safe', icon: 'check' }
    : { text: 'charged once', tone: 'plain' }
}
