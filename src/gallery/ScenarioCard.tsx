import { type MouseEvent, useId } from 'react'
import type { Session } from '../sim/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { conditionsOf } from './conditions.ts'
import { Pictogram } from './Pictogram.tsx'
import { PICTURES } from './pictures.ts'
import styles from './ScenarioCard.module.css'
import type { Scenario } from './scenarios.ts'
import { sessionOf } from './session-of.ts'

interface ScenarioCardProps {
  scenario: Scenario
  linkOf: (session: Session, scenario: Scenario) => string
  onOpen: (scenario: Scenario) => void
}

/** A scenario as a card. All of it is one link, and the title is its name. It shows nothing of how the run ends. */
export function ScenarioCard({ scenario, linkOf, onOpen }: ScenarioCardProps) {
  const { id, title, question } = scenario
  const questionId = useId()
  const session = sessionOf(scenario)

  function click(event: MouseEvent) {
    // With a modifier the browser opens it elsewhere, as it does with every link.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen(scenario)
  }

  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        <Pictogram picture={PICTURES[id] ?? {}} />
      </div>
      <a
        className={styles.link}
        href={linkOf(session, scenario)}
        aria-describedby={questionId}
        onClick={click}
      >
        {title}
      </a>
      <p id={questionId} className={styles.question}>
        {question}
      </p>
      <ul className={styles.conditions} aria-label="Conditions">
        {conditionsOf(session.settings).map(words => (
          <li key={words}>
            <Chip className={styles.condition}>{words}</Chip>
          </li>
        ))}
      </ul>
    </li>
  )
}
