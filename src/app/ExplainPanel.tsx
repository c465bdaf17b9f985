import { useCallback, useMemo } from 'react'
import { Explain } from '../explain/Explain.tsx'
import type { Settings } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import type { Permalink } from './keep-address.ts'
import { ROUTES } from './route.ts'

/** Explains a double charge; each change leads to its twin, with the same presses from their beginning. */
export function ExplainPanel({ permalink }: { permalink: Permalink }) {
  const session = useSimulatorState(state => state.session)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is of the session that stands
  const link = useMemo(() => permalink('start'), [permalink, session])
  const twinOf = useCallback((change: Partial<Settings>) => twinAddress(link, change), [link])
  return <Explain twinOf={twinOf} />
}

/** The address of a run beside itself with some settings changed. */
function twinAddress(link: string, change: Partial<Settings>): string {
  const address = new URL(link)
  const twin = Object.entries(change).map(([name, value]) => `${name}:${value}`)
  address.searchParams.set('twin', twin.join(','))
  address.searchParams.delete('open')
  address.hash = ROUTES.twin
  return address.href
}
