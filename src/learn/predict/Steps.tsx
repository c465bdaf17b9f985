import styles from './Steps.module.css'

export type Phase = 'predict' | 'run' | 'observe' | 'explain'

const STEPS: readonly { readonly phase: Phase; readonly name: string }[] = [
  { phase: 'predict', name: 'Predict' },
  { phase: 'run', name: 'Run' },
  { phase: 'observe', name: 'Observe' },
  { phase: 'explain', name: 'Explain' },
]

/** The four steps, and which one is at. */
export function Steps({ phase }: { phase: Phase }) {
  return (
    <ol className={styles.steps} aria-label="Steps">
      {STEPS.map(step => (
        <li key={step.phase} aria-current={step.phase === phase ? 'step' : undefined}>
          <span>{step.name}</span>
        </li>
      ))}
    </ol>
  )
}
