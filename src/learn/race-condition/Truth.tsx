import { verdictOf } from '../../narrate/verdict.ts'
import { shortMoney } from '../../narrate/words.ts'
import { balanceOf, recordsOf, type Trace } from '../../sim/index.ts'
import { endOf } from '../../store/walk.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/tone.ts'
import styles from './Truth.module.css'

const ICONS = { lost: 'warning', safe: 'check', unsure: 'question', way: 'clock', plain: 'clock' } as const

interface TruthProps {
  trace: Trace
  /** Nothing has been chosen yet. */
  isUntouched: boolean
}

/** Stands there until there is something to judge: both requests have arrived, and no code has run. */
const INVITATION = { tone: 'plain', headline: 'Nobody has run yet.', reason: 'Who goes first?' } as const

/** What Redis and the ledger hold, which neither worker sees as a whole, and what is to be said of it. */
export function Truth({ trace, isUntouched }: TruthProps) {
  const world = endOf(trace)
  const verdict = isUntouched ? INVITATION : verdictOf(world, trace.events)
  const tone: Tone = verdict.tone === 'invite' ? 'plain' : verdict.tone
  const [record] = recordsOf(world, 'k1')
  const { charges } = world.ledger
  return (
    <div className={styles.truth}>
      <dl className={styles.facts}>
        <div>
          <dt>Redis, the key</dt>
          <dd data-testid="walk-key">
            <Chip tone={record ? (record.status === 'completed' ? 'safe' : 'way') : 'plain'}>
              {record ? `“${record.status}”` : 'not there'}
            </Chip>
          </dd>
        </div>
        <div>
          <dt>The ledger</dt>
          <dd data-testid="walk-ledger" data-charges={charges.length}>
            {charges.length === 0
              ? 'no charge'
              : charges.map(({ id, amount }) => (
                  <Chip key={id} tone={charges.length > 1 ? 'lost' : 'safe'}>
                    {shortMoney(amount)}
                  </Chip>
                ))}
            <span className={styles.balance}>{shortMoney(balanceOf(world))} left</span>
          </dd>
        </div>
      </dl>
      <div className={styles.verdict} data-tone={tone} data-testid="walk-verdict">
        <Icon name={ICONS[tone]} className={styles.icon} />
        <div>
          <p className={styles.headline}>{verdict.headline}</p>
          <p>{verdict.reason}</p>
        </div>
      </div>
    </div>
  )
}
