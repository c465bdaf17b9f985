import { useEffect, useState } from 'react'
import type { Session, Trace } from '../sim/index.ts'
import { tryChanges, type WhatIf } from '../store/what-if.ts'

interface Tried {
  readonly trace: Trace
  readonly payment: number
  readonly results: readonly WhatIf[]
}

/**
 * What would have become of a double-charged payment under other settings; null until all of it has been simulated.
 * One change is simulated at a time, so that a press in between is not kept waiting.
 */
export function useWhatIf(session: Session, trace: Trace, payment: number): readonly WhatIf[] | null {
  const [tried, setTried] = useState<Tried | null>(null)
  useEffect(() => {
    const changes = tryChanges(session, trace, payment)
    const results: WhatIf[] = []
    let next = setTimeout(goOn)
    function goOn() {
      const { value, done } = changes.next()
      if (value) results.push(value)
      if (done) setTried({ trace, payment, results })
      else next = setTimeout(goOn)
    }
    return () => clearTimeout(next)
  }, [session, trace, payment])
  return tried?.trace === trace && tried.payment === payment ? tried.results : null
}
