import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import { formatChange } from '../embed/twin-change.ts'
import { Explain } from '../explain/Explain.tsx'
import type { Settings } from '../sim/index.ts'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import type { Permalink } from './keep-address.ts'
import { opensTabs } from './opens-tabs.ts'
import type { PageStore } from './page-store.ts'
import { goTo, ROUTES } from './route.ts'

interface ExplainPanelProps {
  pageStore: PageStore
  permalink: Permalink
}

/** Explains a double charge; each change leads to its twin, with the same presses from their beginning. */
export function ExplainPanel({ pageStore, permalink }: ExplainPanelProps) {
  const simulator = useSimulator()
  const { embed, links } = useStore(pageStore)
  const framed = embed === '1'
  const session = useSimulatorState(state => state.session)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is of the session that stands
  const link = useMemo(() => permalink('start', framed ? 'alone' : undefined), [permalink, framed, session])
  const twinOf = useCallback((change: Partial<Settings>) => twinAddress(link, change), [link])
  const onTwin = useCallback(
    (change: Partial<Settings>) => {
      pageStore.setState({ twin: formatChange(change) })
      goTo('twin')
      simulator.seek(0)
      simulator.play()
    },
    [pageStore, simulator],
  )
  // A frame has no way back from another page: there the twin opens in a tab of its own, or not at all.
  const leads = !framed || (links === 'on' && opensTabs())
  return <Explain twinOf={leads ? twinOf : null} onTwin={framed ? null : onTwin} />
}

/** The address of a run beside itself with some settings changed. */
function twinAddress(link: string, change: Partial<Settings>): string {
  const address = new URL(link)
  address.searchParams.set('twin', formatChange(change))
  address.searchParams.delete('open')
  address.hash = ROUTES.twin
  return address.href
}
