import { useStore } from 'zustand'
import { duration, seconds } from '../../narrate/words.ts'
import type { RedisBench } from '../../store/redis-bench.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './RedisView.module.css'

interface RedisViewProps {
  bench: RedisBench
  /** Told the time that has gone by. */
  onLater: (ms: number) => void
  onClear: () => void
}

/** What is in a small Redis, how long it stays, and the clock that one moves by hand. */
export function RedisView({ bench, onLater, onClear }: RedisViewProps) {
  const { redis, nowMs } = useStore(bench.store)
  // What has run out is gone for everybody, though it leaves the memory only with the next command.
  const alive = [...redis].filter(([, { expiresAtMs }]) => expiresAtMs === null || nowMs <= expiresAtMs)
  return (
    <div className={styles.view}>
      <table className={styles.table}>
        <caption>In Redis now</caption>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Value</th>
            <th scope="col">Time to live</th>
          </tr>
        </thead>
        <tbody>
          {alive.length === 0 && (
            <tr>
              <td colSpan={3} className={styles.empty}>
                No keys. What is set appears here.
              </td>
            </tr>
          )}
          {alive.slice(0, MOST).map(([key, { value, expiresAtMs }]) => (
            <tr key={key}>
              <th scope="row">{shortened(key)}</th>
              <td data-label="Value">{shortened(value)}</td>
              <td data-label="Time to live" className={styles.life} data-ever={expiresAtMs === null}>
                {expiresAtMs === null ? 'none: for ever' : left(expiresAtMs - nowMs)}
              </td>
            </tr>
          ))}
          {alive.length > MOST && (
            <tr>
              <td colSpan={3} className={styles.empty}>
                … and {alive.length - MOST} more
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <div className={styles.clock}>
        <span className={styles.time}>
          Virtual time <span data-testid="redis-time">{seconds(nowMs)}</span>
        </span>
        {WAITS.map(ms => (
          <Button key={ms} icon="clock" onClick={() => onLater(ms)}>
            {duration(ms)} later
          </Button>
        ))}
        <Button icon="reset" onClick={onClear}>
          Empty Redis
        </Button>
      </div>
    </div>
  )
}

const MOST = 8
const WAITS = [1000, 30_000] as const

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Whole seconds from a second on; a command takes a millisecond, which nobody waits for. */
const left = (ms: number) => `${ms < 1000 ? duration(ms) : `${Math.ceil(ms / 1000)} s`} left`
