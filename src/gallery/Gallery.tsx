import { useId } from 'react'
import type { Session } from '../sim/index.ts'
import { Heading } from '../ui/Heading.tsx'
import styles from './Gallery.module.css'
import { ScenarioCard } from './ScenarioCard.tsx'
import { GROUPS, type Group, SCENARIOS, type Scenario } from './scenarios.ts'

interface GalleryProps {
  /** The address that opens a scenario's session. */
  linkOf: (session: Session, scenario: Scenario) => string
  /** Opens a scenario in this very page. */
  onOpen: (scenario: Scenario) => void
}

/** The page of scenarios: situations with a name, each with a question to answer before it is watched. */
export function Gallery(props: GalleryProps) {
  return (
    <div className={styles.page}>
      <Heading level={2} className={styles.heading}>
        Scenarios
      </Heading>
      <p className={styles.intro}>
        {SCENARIOS.length} situations, a few seconds each: open one, answer its question for yourself, then
        press Play.
      </p>
      {GROUPS.map(group => (
        <GroupOfScenarios key={group} group={group} {...props} />
      ))}
    </div>
  )
}

function GroupOfScenarios({ group, ...props }: GalleryProps & { group: Group }) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId}>
      <Heading level={3} id={headingId} className={styles.group}>
        {group}
      </Heading>
      <ul className={styles.cards}>
        {SCENARIOS.filter(scenario => scenario.group === group).map(scenario => (
          <ScenarioCard key={scenario.id} scenario={scenario} {...props} />
        ))}
      </ul>
    </section>
  )
}
