import { useMemo } from 'react'
import { type CauseChain, causeChain, type Link } from '../narrate/cause-chain.ts'
import { seconds } from '../narrate/words.ts'
import type { EventKind, TraceEvent } from '../sim/index.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { classes } from '../ui/classes.ts'
import { Heading } from '../ui/Heading.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import styles from './Chain.module.css'

/** The shortest chain of causes of a charge, top to bottom; each time leads to its moment. */
export function Chain({ events, charge }: { events: readonly TraceEvent[]; charge: TraceEvent }) {
  const chain = useMemo(() => causeChain(events, charge.id), [events, charge])
  const eventCount = useSimulatorState(state => state.frame.eventCount)
  if (!chain) return null
  const here = chain.links.findLast(({ event }) => event.id < eventCount)
  return (
    <section>
      <Heading level={3} className={styles.heading}>
        The shortest chain of causes
      </Heading>
      <ol className={styles.chain}>
        {chain.links.map(link => (
          <ChainLink
            key={link.event.id}
            link={link}
            isHere={link === here}
            ahead={link.event.id >= eventCount}
          />
        ))}
      </ol>
      <p className={styles.form}>{FORM[chain.form]}</p>
    </section>
  )
}

const FORM: Readonly<Record<CauseChain['form'], string>> = {
  'one after the other': 'Read downward: each step led to the next.',
  'side by side': 'Neither charge led to the other: two requests were under way side by side.',
}

/** What befell money or messages has a sign of its own; a press or an operation is a dot. */
const SIGNS: Partial<Record<EventKind, IconName>> = {
  'attempt.timedOut': 'clock',
  'record.expired': 'clock',
  'request.duplicated': 'copy',
  'request.lost': 'cross',
  'response.lost': 'cross',
  'server.crashed': 'warning',
  'server.failed': 'warning',
  'server.paused': 'pause',
}

function ChainLink({ link, isHere, ahead }: { link: Link; isHere: boolean; ahead: boolean }) {
  const simulator = useSimulator()
  const { event, text, role } = link
  const sign = SIGNS[event.kind]
  return (
    <li
      className={classes(styles.link, ahead && styles.ahead)}
      data-role={role}
      data-tone={link.tone}
      aria-current={isHere ? 'step' : undefined}
    >
      <button
        type="button"
        className={styles.time}
        aria-label={`Go to ${seconds(event.at)}: ${text}`}
        onClick={() => simulator.visit(event.at)}
      >
        {seconds(event.at)}
      </button>
      <span className={styles.node} aria-hidden="true">
        {role === 'cause' ? sign && <Icon name={sign} size={12} /> : String(event.data?.number)}
      </span>
      <span className={styles.text}>
        {text}
        {ahead && <span className={styles.aheadWord}> (later)</span>}
      </span>
    </li>
  )
}
