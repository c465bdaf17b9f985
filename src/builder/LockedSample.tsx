import { useId, useState } from 'react'
import { percent } from '../narrate/words.ts'
import { Button } from '../ui/Button.tsx'
import { Locked, useLocked } from '../ui/Locked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Slider } from '../ui/Slider.tsx'
import { Switch } from '../ui/Switch.tsx'
import styles from './LockedSample.module.css'

/** The same controls free and locked, side by side, so that nobody locks what they would not. */
export function LockedSample() {
  return (
    <Sheet heading="What a locked control looks like" level={3}>
      <div className={styles.pair}>
        <Sample label="As usual" locked={false} />
        <Sample label="Locked" locked />
      </div>
    </Sheet>
  )
}

function Sample({ label, locked }: { label: string; locked: boolean }) {
  const id = useId()
  const [keys, setKeys] = useState(false)
  const [loss, setLoss] = useState(0.5)
  const [presses, setPresses] = useState(0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would lay itself out by rules of its own
    <div role="group" aria-labelledby={id} className={styles.sample}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <Locked when={locked}>
        <Switch label="Idempotency keys" checked={keys} onChange={setKeys} />
        <Slider
          label="Response drop rate"
          min={0}
          max={100}
          step={1}
          value={loss * 100}
          valueText={value => percent(value / 100)}
          onCommit={value => setLoss(value / 100)}
        />
        <Button onClick={() => setPresses(presses + 1)}>New payment</Button>
        <Said presses={presses} />
      </Locked>
    </div>
  )
}

/** What a student is told who points at a locked control, or hears of it. */
function Said({ presses }: { presses: number }) {
  const reason = useLocked()
  const used = presses === 0 ? 'Each can be used.' : `Each can be used: pressed ${presses} times.`
  return (
    <p className={styles.said}>
      {reason === null ? used : `A mouse over it is told, and a screen reader says: “${reason}”`}
    </p>
  )
}
