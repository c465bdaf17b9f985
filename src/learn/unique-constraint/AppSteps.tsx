import { Chip } from '../../ui/Chip.tsx'
import { codeInWords, resultInWords } from '../sql/words.ts'
import styles from './AppSteps.module.css'
import type { AppStep } from './app-run.ts'

/** What the two requests did so far, in the order in which it happened. */
export function AppSteps({ steps }: { steps: readonly AppStep[] }) {
  if (steps.length === 0)
    return (
      <p className={styles.empty}>
        Two requests with the key <code>uuid-101</code> come in. Press Next step: what each does appears here.
      </p>
    )
  return (
    <ol className={styles.steps} aria-label="What the requests did">
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
        <li key={at} className={styles.step} data-request={step.request}>
          <span className={styles.who}>Request {step.request}</span>
          <Did step={step} />
        </li>
      ))}
    </ol>
  )
}

function Did({ step: { sql, result, answer } }: { step: AppStep }) {
  if (answer)
    return (
      <span>
        is answered <b>{answer.status}</b> {answer.says}
      </span>
    )
  return (
    <span className={styles.did}>
      <code>{sql?.split(' ')[0]}</code>{' '}
      {result?.error ? (
        <>
          <span className={styles.refused}>{result.error.message}</span>{' '}
          <Chip tone="lost" icon="cross">
            {codeInWords(result.error)}
          </Chip>
        </>
      ) : (
        <Chip tone={result?.changes === 1 ? 'safe' : 'plain'}>{result ? resultInWords(result) : 'done'}</Chip>
      )}
    </span>
  )
}
