import { BareButton } from '../ui/BareButton.tsx'
import type { Choices } from './choices.ts'
import styles from './Presets.module.css'
import { begunWith, isPreset, PRESETS } from './presets.ts'

interface PresetsProps {
  choices: Choices
  onChoose: (choices: Choices) => void
}

/** Frames that are often wanted, to start from; the one that stands unchanged is pressed. */
export function Presets({ choices, onChoose }: PresetsProps) {
  return (
    <ul className={styles.presets} aria-label="Quick starts">
      {PRESETS.map(preset => (
        <li key={preset.name} className={styles.item}>
          <BareButton
            className={styles.preset}
            aria-pressed={isPreset(preset, choices)}
            onClick={() => onChoose(begunWith(preset, choices))}
          >
            <span className={styles.name}>{preset.name}</span>
            <span className={styles.about}>{preset.about}</span>
          </BareButton>
        </li>
      ))}
    </ul>
  )
}
