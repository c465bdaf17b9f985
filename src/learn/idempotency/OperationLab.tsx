import { isSameSubject, type Operation, survey } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Actions } from './Actions.tsx'
import { Chain } from './Chain.tsx'
import { ExpressionField } from './ExpressionField.tsx'
import styles from './Lab.module.css'
import { comparisonInWords, numberInWords, surveyInWords } from './operation-words.ts'
import { PRESETS } from './presets.ts'
import { MOST_TIMES, type OperationState, OWN, useOperation } from './use-operation.ts'

const OPTIONS = [
  ...PRESETS.map(({ id, label }) => ({ value: id, label })),
  { value: OWN, label: 'Your own expression' },
]

/** Apply an operation again and again, and watch f(f(x)) against f(x). */
export function OperationLab() {
  const state = useOperation()
  const { preset, text, x, times, operation, chain, canApply, change, apply, startOver } = state
  const reason = reasonAgainst(state)
  const other = otherStart(operation, chain)
  return (
    <Sheet heading="Apply it again and again" level={3}>
      <div className={styles.part}>
        <Select label="f is" options={OPTIONS} value={preset} onChange={value => change({ preset: value })} />
        {preset === OWN && (
          <ExpressionField
            value={text}
            onCommit={typed => change({ text: typed, isRefused: false })}
            onRefuse={() => change({ isRefused: true })}
          />
        )}
        {operation.kind === 'assign' && (
          <NumberField
            label="x to begin with"
            min={-1000}
            max={1000}
            value={x}
            onCommit={value => change({ x: value })}
          />
        )}
        <Actions>
          <Button icon="arrow-right" disabled={!canApply} reason={reason} onClick={() => apply(times + 1)}>
            <span className={styles.wide} data-widest="Apply it again">
              {times === 0 ? 'Apply it' : 'Apply it again'}
            </span>
          </Button>
          <Button disabled={!canApply} reason={reason} onClick={() => apply(MOST_TIMES)}>
            Apply it ten times
          </Button>
          <Button
            variant="quiet"
            disabled={times === 0}
            reason="It has not been applied yet."
            onClick={startOver}
          >
            Start over
          </Button>
          {other !== null && (
            <Button variant="quiet" onClick={() => change({ x: other })}>
              Start at {numberInWords(other)}
            </Button>
          )}
        </Actions>
        <Chain label="What there is" chain={chain} />
        <Shown operation={operation} chain={chain} />
      </div>
    </Sheet>
  )
}

/** Why it cannot be applied once more. */
function reasonAgainst({ isRefused, times }: OperationState): string {
  if (isRefused) return 'Mend the expression first.'
  return times < MOST_TIMES ? 'There is no value to apply it to.' : 'Ten times are enough.'
}

/** An x from which it shows that f is not idempotent, where the chain does not show it. */
function otherStart(operation: Operation, [, once, twice]: ChainOf): number | null {
  if (once === undefined || twice === undefined || !isSameSubject(once, twice)) return null
  const at = survey(operation).counterexample?.at
  return at?.kind === 'x' ? at.x : null
}

type ChainOf = OperationState['chain']

/** What the chain shows, and what many starts show; before that, what will appear. */
function Shown({ operation, chain }: { operation: Operation; chain: ChainOf }) {
  const comparison = comparisonInWords(chain)
  if (comparison === '')
    return <p className={styles.quiet}>Apply it twice: here f(f(x)) will be compared with f(x).</p>
  const [, once, twice] = chain
  const isSame = once !== undefined && twice !== undefined && isSameSubject(once, twice)
  const hasNone = typeof once === 'string' || typeof twice === 'string'
  return (
    <>
      <Notice tone={hasNone ? 'unsure' : isSame ? 'safe' : 'lost'} short="f(f(x)) against f(x)">
        {comparison}
      </Notice>
      <p className={styles.quiet} data-testid="survey">
        {surveyInWords(survey(operation))}
      </p>
    </>
  )
}
