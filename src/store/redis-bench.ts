import { createStore, type StoreApi } from 'zustand/vanilla'
import { command, EMPTY_REDIS, type Redis, type RedisReply } from '../sim/index.ts'

export interface RedisBenchState {
  readonly redis: Redis
  /** The virtual time. It goes by only when it is told to, and a millisecond with each command. */
  readonly nowMs: number
}

/** A small Redis to try things on, with a clock that one moves by hand. */
export class RedisBench {
  readonly store: StoreApi<RedisBenchState> = createStore(() => ({ redis: EMPTY_REDIS, nowMs: 0 }))

  /** Does one command, as it would come from a client. */
  send(argv: readonly string[]): RedisReply {
    const { redis, nowMs } = this.store.getState()
    const [next, reply] = command(redis, nowMs, argv)
    this.leave(next)
    return reply
  }

  /** Takes over what a script has left behind. */
  leave(redis: Redis): void {
    this.store.setState({ redis, nowMs: this.store.getState().nowMs + 1 })
  }

  later(ms: number): void {
    this.store.setState({ nowMs: this.store.getState().nowMs + ms })
  }

  clear(): void {
    this.store.setState({ redis: EMPTY_REDIS, nowMs: 0 })
  }
}
