import { useState } from 'react'
import { useStore } from 'zustand'
import { sentenceOf } from '../../narrate/sentence.ts'
import { useSimulator } from '../../store/react.tsx'
import { endOf, type Move, movesOf, newsOf, Walk, type WalkState } from '../../store/walk.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Predict } from '../predict/Predict.tsx'
import { CodeAtWork } from './CodeAtWork.tsx'
import { Deciding } from './Deciding.tsx'
import { Happened } from './Happened.tsx'
import styles from './Race.module.css'
import { ROUNDS, type Round } from './rounds.ts'
import { Truth } from './Truth.tsx'
import { WalkBar } from './WalkBar.tsx'
import { WorkerCard } from './WorkerCard.tsx'

interface RaceProps {
  round: Round
  onRound: (round: Round) => void
}

/** Two workers at one payment; one says which of them goes on. */
export function Race({ round, onRound }: RaceProps) {
  const simulator = useSimulator()
  const [walk] = useState(() => new Walk(round.strategy))
  const state = useStore(walk.store)
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  // What was seen stays seen, also when the moves that led to it are undone.
  const [seen, setSeen] = useState<WalkState | null>(null)
  const { trace } = state
  const world = endOf(trace)
  const moves = movesOf(world)

  function take(move: Move) {
    walk.take(move)
    const now = walk.store.getState()
    simulator.announce(
      newsOf(now)
        .map(event => sentenceOf(event).text)
        .join(' '),
    )
    if (isOver(now.trace)) setTried(new Set([...tried, round.strategy]))
    look()
  }
  function look() {
    const now = walk.store.getState()
    if (round.happened(now)) setSeen(now)
  }
  function begin(next: Round) {
    onRound(next)
    setSeen(null)
    walk.restart(next.strategy)
  }
  function showShortest() {
    walk.restart()
    for (const move of round.shortest) walk.take(move)
    look()
    simulator.announce('The shortest schedule has been walked. Undo goes back move by move.')
  }

  return (
    <>
      <Segments
        label="The bank’s code"
        options={ROUNDS.map(({ strategy, label }) => ({ value: strategy, label }))}
        value={round.strategy}
        onChange={strategy => begin(ROUNDS.find(each => each.strategy === strategy) ?? round)}
      />
      <Predict
        key={round.strategy}
        experiment={round.experiment}
        happened={seen && round.happened(seen)}
        run="then choose the order"
        waits={round.waits}
        onRun={() => {
          setSeen(null)
          walk.restart()
        }}
        explanation={seen && <Deciding round={round} trace={seen.trace} />}
      />
      <section className={styles.race} aria-label="Two workers">
        <p className={styles.task}>{round.task}</p>
        <div className={styles.board}>
          <div className={styles.workers}>
            {world.workers.map((_, worker) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a worker is its number
              <WorkerCard key={worker} worker={worker} trace={trace} moves={moves} onMove={take} />
            ))}
          </div>
          <WalkBar
            strategy={round.strategy}
            moves={moves}
            made={state.moves.length}
            hint={tried.has(round.strategy) ? showShortest : null}
            onMove={take}
            onUndo={() => {
              walk.undo()
              simulator.announce('The last move is undone.')
            }}
            onRestart={() => {
              walk.restart()
              simulator.announce('Both requests have arrived; none of the code has run.')
            }}
          />
          <Truth trace={trace} isUntouched={state.moves.length === 0} />
        </div>
        <CodeAtWork strategy={round.strategy} trace={trace} className={styles.code} />
        <Happened trace={trace} />
      </section>
    </>
  )
}

/** Both workers have come to an end of some kind, and something was chosen. */
function isOver(trace: Parameters<typeof endOf>[0]): boolean {
  return endOf(trace).workers.every(worker => worker === null || worker === 'down')
}
