import { Switch } from '../ui/Switch.tsx'
import styles from './KeysPanel.module.css'
import { KEYS } from './keys.ts'

interface KeysPanelProps {
  id: string
  characters: boolean
  onCharacters: (on: boolean) => void
}

/** The list of keys, and the switch that turns those of a single character off. */
export function KeysPanel({ id, characters, onCharacters }: KeysPanelProps) {
  return (
    <section id={id} aria-label="Keys" className={styles.panel}>
      <dl className={styles.keys}>
        {KEYS.map(({ command, shown, does }) => (
          <div key={command} className={styles.row}>
            <dt>
              {shown.map(key => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Keys of a single character"
        hint="B, W, F, ?, full stop and comma"
        checked={characters}
        onChange={onCharacters}
      />
    </section>
  )
}
