import { Boundaries } from './Boundaries.tsx'
import { OperationLab } from './OperationLab.tsx'
import { QueueLab } from './QueueLab.tsx'
import { RedeliveryExperiment } from './RedeliveryExperiment.tsx'
import { TwiceExperiment } from './TwiceExperiment.tsx'
import { useQueue } from './use-queue.ts'

/** Apply operations again and again; then have a queue deliver one message again and again. */
export function Lab() {
  const queue = useQueue()
  return (
    <>
      <TwiceExperiment />
      <OperationLab />
      <RedeliveryExperiment queue={queue} />
      <QueueLab queue={queue} />
      <Boundaries />
    </>
  )
}
