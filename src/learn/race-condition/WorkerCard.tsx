import { statusLine } from '../../narrate/words.ts'
import type { Trace } from '../../sim/index.ts'
import { endOf, type Move } from '../../store/walk.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Heading } from '../../ui/Heading.tsx'
import styles from './WorkerCard.module.css'
import { latestWork, readsOf } from './work-at.ts'

interface WorkerCardProps {
  /** From 0. */
  worker: number
  trace: Trace
  moves: readonly Move[]
  onMove: (move: Move) => void
}

/** A worker: what it is at, what it has read so far, and what may become of it. */
export function WorkerCard({ worker, trace, moves, onMove }: WorkerCardProps) {
  const name = `Worker ${worker + 1}`
  const there = endOf(trace).workers[worker]
  const work = latestWork(trace, worker)
  const reads = readsOf(trace, worker)
  const may = (kind: 'step' | 'crash' | 'restart') =>
    moves.find(move => move.kind === kind && move.worker === worker)
  const [step, crash, restart] = [may('step'), may('crash'), may('restart')]
  const why = there === 'down' ? `${name} is dead.` : `${name} has answered; it waits for a request.`
  return (
    <section className={styles.card} aria-label={name} data-testid={`worker-${worker + 1}`}>
      <div className={styles.head}>
        <Heading level={4} className={styles.name}>
          {name}
        </Heading>
        <Where there={there} answer={answerOf(trace, worker)} attempt={work?.message.attempt} />
      </div>
      {restart ? (
        <Button className={styles.step} onClick={() => onMove(restart)}>
          {name} comes back
        </Button>
      ) : (
        <Button className={styles.step} disabled={!step} reason={why} onClick={() => step && onMove(step)}>
          {name} goes on
        </Button>
      )}
      <Button
        variant="quiet"
        className={styles.crash}
        aria-label={`It crashes here: ${name}`}
        disabled={!crash}
        reason={why}
        onClick={() => crash && onMove(crash)}
      >
        It crashes here
      </Button>
      <p className={styles.read}>
        <span className={styles.label}>Has read</span> {reads.at(-1) ?? 'nothing yet'}
      </p>
    </section>
  )
}

interface WhereProps {
  there: unknown
  answer: number | null
  attempt: number | undefined
}

function Where({ there, answer, attempt }: WhereProps) {
  if (there === 'down')
    return (
      <Chip tone="lost" icon="cross">
        dead
      </Chip>
    )
  if (there !== null) return <Chip tone="way">at attempt {attempt}</Chip>
  return <Chip>{answer === null ? 'idle' : `answered ${statusLine(answer)}`}</Chip>
}

/** The status a worker answered last. */
function answerOf({ events }: Trace, worker: number): number | null {
  const sent = events.findLast(event => event.kind === 'response.sent' && event.worker === `w${worker + 1}`)
  return sent?.response?.status ?? null
}
