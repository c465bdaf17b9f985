import { useState } from 'react'
import { useSimulator } from '../../store/react.tsx'
import { RedisBench } from '../../store/redis-bench.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Predict } from '../predict/Predict.tsx'
import styles from './CommandLine.module.css'
import { PlanCard } from './PlanCard.tsx'
import { Prompt } from './Prompt.tsx'
import { PLANS, type Plan } from './plans.ts'
import { RedisView } from './RedisView.tsx'
import { useCommands } from './use-commands.ts'

/** Worker 1 takes a lock by one command or by two, and may die between; worker 2 is at the prompt. */
export function CommandLine() {
  const simulator = useSimulator()
  const [plan, setPlan] = useState<Plan | undefined>(PLANS[0])
  const [bench] = useState(() => new RedisBench())
  const session = useCommands(bench, plan ?? (PLANS[0] as Plan))
  if (!plan) return null

  function restart() {
    session.restart()
    simulator.announce('Redis is empty, and worker 1 begins anew.')
  }

  return (
    <>
      <Segments
        label="Worker 1 takes the lock by"
        options={PLANS.map(({ id, label }) => ({ value: id, label }))}
        value={plan.id}
        onChange={id => {
          setPlan(PLANS.find(each => each.id === id))
          session.restart()
        }}
      />
      <Predict
        key={plan.id}
        experiment={plan.experiment}
        happened={session.when === null ? null : { when: session.when }}
        run="then do it yourself"
        waits={plan.waits}
        onRun={session.restart}
        explanation={<p>{EXPLAINED[session.when ?? '']}</p>}
      />
      <Sheet label="Redis by hand" className={styles.lab}>
        <div className={styles.columns}>
          <PlanCard
            plan={plan}
            sent={session.sent}
            isDead={session.isDead}
            onGoOn={session.goOn}
            onDie={session.die}
            onRestart={restart}
          />
          <RedisView bench={bench} onLater={session.wait} onClear={restart} />
        </div>
        <Prompt lines={session.lines} onSend={text => session.send('worker 2', text)} />
      </Sheet>
    </>
  )
}

const EXPLAINED: Readonly<Record<string, string>> = {
  never:
    'SETNX had been done, EXPIRE had not: the key is there and has no time to live. TTL says −1. Nobody is left who would ever delete it.',
  later:
    'The time to live was set with the key, in one and the same command, so there is no moment between. When it was over, the key was gone.',
  'at-once': 'Worker 1 died before it had set anything, or the key was deleted: there was no lock.',
}
