import { useState } from 'react'
import { playSchedule } from '../../sim/index.ts'
import type { Ask, Experiment } from '../predict/experiment.ts'
import { Predict } from '../predict/Predict.tsx'
import type { Answers } from '../progress/progress.ts'
import type { QueueLabState } from './use-queue.ts'

const COUNTS: Ask['options'] = ['0', '1', '2'].map(value => ({ value, label: value }))

const EXPERIMENT: Experiment = {
  id: 'idempotency.redelivered',
  title: 'A crash after the charge',
  asks: [
    {
      id: 'deliveries',
      question:
        'A consumer charges the card and crashes before it acknowledges. How many times is the message delivered?',
      past: 'How many times was the message delivered?',
      options: COUNTS,
    },
    {
      id: 'none',
      question: 'How many times is the card charged if no id is noted?',
      past: 'How many times was the card charged, with no id noted?',
      options: COUNTS,
    },
    {
      id: 'together',
      question: 'And if the id is noted in the transaction of the charge?',
      past: 'And with the id noted in the transaction of the charge?',
      options: COUNTS,
    },
  ],
}

/** A crash after the charge and before the acknowledgement, predicted first. */
export function RedeliveryExperiment({ queue }: { queue: QueueLabState }) {
  const [happened, setHappened] = useState<Answers | null>(null)
  function run() {
    queue.play('crash-after', 'none')
    const end = playSchedule('crash-after', 'none').at(-1)?.state
    const other = playSchedule('crash-after', 'together').at(-1)?.state
    setHappened({
      deliveries: String(end?.deliveries),
      none: String(end?.charges.length),
      together: String(other?.charges.length),
    })
  }
  return (
    <Predict
      experiment={EXPERIMENT}
      happened={happened}
      run="Crash it after the charge"
      onRun={run}
      explanation={
        <p>
          To the queue, a crash after the charge looks like a crash before it: no acknowledgement. It delivers
          again once the visibility timeout has run out, for otherwise it might lose a message that nobody has
          worked off. Whether the second delivery charges is up to the consumer.
        </p>
      }
    />
  )
}
