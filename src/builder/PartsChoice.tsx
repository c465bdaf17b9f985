import { Segments } from '../ui/Segments.tsx'
import styles from './ChoiceSheet.module.css'
import type { ChoiceProps } from './ChoiceSheet.tsx'
import { partsProblems } from './limits.ts'
import { partsOf, withPart } from './parts.ts'

const STATES = [
  { value: 'shown', label: 'Shown' },
  { value: 'locked', label: 'Locked' },
  { value: 'hidden', label: 'Hidden' },
] as const

/** One row a part of the page: shown, locked or hidden. */
export function PartsChoice({ choices, choose }: ChoiceProps) {
  if (choices.scene === 'lab') return <p className={styles.words}>A lab is shown whole.</p>
  return (
    <>
      <div className={styles.parts}>
        {partsOf(choices).map(({ part, name }) => (
          <Segments
            key={part}
            label={name}
            dense
            options={STATES}
            value={choices.parts[part] ?? 'shown'}
            onChange={state => choose({ parts: withPart(choices.parts, part, state) })}
          />
        ))}
      </div>
      <div aria-live="polite" className={styles.problems}>
        {partsProblems(choices).map(problem => (
          <p key={problem} className={styles.problem}>
            {problem}
          </p>
        ))}
      </div>
    </>
  )
}
