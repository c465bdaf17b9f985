import { type RestMethod, SAMPLES, type Start, sampleOf, TIMES } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { RequestText } from './RequestText.tsx'
import styles from './SendForm.module.css'
import type { Sender } from './use-sender.ts'
import { timesInWords } from './words.ts'

const METHODS: readonly RestMethod[] = [...new Set(SAMPLES.map(({ request }) => request.method))]
const STARTS: readonly { readonly value: Start; readonly label: string }[] = [
  { value: 'user', label: 'User 1 is Ann' },
  { value: 'nobody', label: 'No user 1' },
]

/** What is sent, how many times, and what is stored before. */
export function SendForm({ sender: { draft, change, send } }: { sender: Sender }) {
  const sample = sampleOf(draft.sample)
  const variants = SAMPLES.filter(({ request }) => request.method === sample.request.method)
  return (
    <Sheet heading="Send a request n times" level={3}>
      <div className={styles.form}>
        <Segments
          label="Method"
          options={METHODS.map(value => ({ value, label: value }))}
          value={sample.request.method}
          onChange={method => {
            const first = SAMPLES.find(({ request }) => request.method === method)
            if (first) change({ sample: first.id })
          }}
        />
        {variants.length > 1 && (
          <Segments
            label={sample.request.method === 'POST' ? 'Idempotency-Key' : 'Patch'}
            options={variants.map(({ id, variant }) => ({ value: id, label: variant }))}
            value={sample.id}
            onChange={id => change({ sample: id })}
          />
        )}
        <Segments
          label="To begin with"
          options={STARTS}
          value={draft.start}
          onChange={start => change({ start })}
        />
        <NumberField
          label="How many times"
          min={TIMES.min}
          max={TIMES.max}
          value={draft.times}
          onCommit={times => change({ times })}
        />
        <RequestText label="The request" request={sample.request} />
        {sample.lastly && (
          <>
            <p className={styles.then}>and then, once:</p>
            <RequestText label="The last request" request={sample.lastly} />
          </>
        )}
        <Button icon="arrow-right" onClick={() => send()} className={styles.send}>
          Send it {timesInWords(draft.times)}
        </Button>
      </div>
    </Sheet>
  )
}
