import type { StrategyId, Trace } from '../../sim/index.ts'
import { Handler } from '../../stage/Handler.tsx'
import { endOf } from '../../store/walk.ts'
import { ArticleCode } from './ArticleCode.tsx'
import { placeOf } from './work-at.ts'

interface CodeAtWorkProps {
  strategy: StrategyId
  trace: Trace
  className: string | undefined
}

/** The code that both workers run, once, with the lines they stand on. */
export function CodeAtWork({ strategy, trace, className }: CodeAtWorkProps) {
  const world = endOf(trace)
  const lit = world.workers.flatMap((there, worker) => {
    const place = placeOf(trace, worker)
    return place && there !== null ? [place] : []
  })
  return (
    <div className={className}>
      <Handler strategy={strategy} lit={lit} />
      {strategy === 'check-then-act' && <ArticleCode world={world} />}
    </div>
  )
}
