import { useRef, useState } from 'react'
import { EngineAbsent, EngineStopped } from '../../engines/engine.ts'
import { luaEngine } from '../../engines/lua-engine.ts'
import type { LuaProblem } from '../../engines/lua-script.ts'
import { useSimulator } from '../../store/react.tsx'
import type { RedisBench } from '../../store/redis-bench.ts'
import { argvOf, KEY } from './presets.ts'
import { type ToldRun, toldOf } from './told-run.ts'

/** So many runs are kept in sight. */
const KEPT = 12

/** Runs scripts against a bench's Redis: what they answered, and whether there is a Lua at all. */
export function useScript(bench: RedisBench) {
  const simulator = useSimulator()
  const [runs, setRuns] = useState<readonly ToldRun[]>([])
  const [problem, setProblem] = useState<LuaProblem | null>(null)
  const [absent, setAbsent] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [fetching, setFetching] = useState(false)
  const count = useRef(0)

  function tell(run: Omit<ToldRun, 'id'>) {
    count.current += 1
    const told = { ...run, id: count.current }
    setRuns(before => [told, ...before].slice(0, KEPT))
    setProblem(run.problem)
    simulator.announce(`Worker ${run.worker}: ${run.reply}`)
  }

  async function run(script: string, worker: number) {
    if (busy) return
    setBusy(true)
    const { redis, nowMs } = bench.store.getState()
    try {
      setFetching(true)
      await luaEngine.load()
      setFetching(false)
      const answer = await luaEngine.ask({ script, keys: [KEY], argv: argvOf(worker), redis, nowMs })
      setAbsent(null)
      bench.leave(answer.redis)
      tell(toldOf(worker, answer))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (error instanceof EngineAbsent) {
        setAbsent(reason)
        simulator.announce(`The Lua engine could not be had: ${reason}`)
      } else if (error instanceof EngineStopped)
        tell({ worker, ran: [], reply: 'stopped: it did not end', problem: null, stopped: true })
      else tell({ worker, ran: [], reply: reason, problem: { kind: 'runtime', text: reason, line: null } })
    } finally {
      setFetching(false)
      setBusy(false)
    }
  }

  function clear() {
    setRuns([])
    setProblem(null)
  }

  return { runs, problem, absent, busy, fetching, run, clear, forgive: () => setProblem(null) }
}
