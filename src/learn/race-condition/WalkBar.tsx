import type { StrategyId } from '../../sim/index.ts'
import type { Move } from '../../store/walk.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './WalkBar.module.css'

interface WalkBarProps {
  strategy: StrategyId
  moves: readonly Move[]
  /** How many moves were made. */
  made: number
  /** Walks the shortest schedule; null before one has tried oneself. */
  hint: (() => void) | null
  onMove: (move: Move) => void
  onUndo: () => void
  onRestart: () => void
}

/** What belongs to no worker: a lease that runs out, another press of Pay, and the way back. */
export function WalkBar({ strategy, moves, made, hint, onMove, onUndo, onRestart }: WalkBarProps) {
  const may = (kind: Move['kind']) => moves.find(move => move.kind === kind)
  const [expire, again] = [may('expire'), may('again')]
  const nothing = made === 0
  return (
    <div className={styles.bar}>
      <Button icon="undo" disabled={nothing} reason="Nothing was chosen yet." onClick={onUndo}>
        Undo
      </Button>
      <Button icon="reset" disabled={nothing} reason="Nothing was chosen yet." onClick={onRestart}>
        Start over
      </Button>
      {strategy === 'set-nx' && (
        <Button
          icon="clock"
          disabled={!expire}
          reason="Nobody holds a lease now."
          onClick={() => expire && onMove(expire)}
        >
          The lease runs out
        </Button>
      )}
      <Button
        icon="replay"
        disabled={!again}
        reason="For that a worker must be free, and the payment open."
        onClick={() => again && onMove(again)}
      >
        You press Pay once more
      </Button>
      {hint && (
        <Button variant="quiet" onClick={hint}>
          Show the shortest schedule
        </Button>
      )}
    </div>
  )
}
