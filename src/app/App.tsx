import { useEffect } from 'react'
import { useStore } from 'zustand'
import { SimulatorProvider } from '../store/react.tsx'
import type { Simulator } from '../store/simulator.ts'
import { MotionPreference } from '../ui/motion/preference.ts'
import type { Permalink } from './keep-address.ts'
import type { PageStore } from './page-store.ts'
import { Shell } from './Shell.tsx'

const REDUCED = { auto: 'user', reduce: 'always', full: 'never' } as const

interface AppProps {
  simulator: Simulator
  pageStore: PageStore
  permalink: Permalink
  /** Called once the first view stands. */
  onReady: () => void
}

/** Everything on the page. */
export function App({ simulator, pageStore, permalink, onReady }: AppProps) {
  const { theme, motion } = useStore(pageStore)
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'auto') delete dataset.theme
    else dataset.theme = theme
    if (motion === 'auto') delete dataset.motion
    else dataset.motion = motion
  }, [theme, motion])
  useEffect(onReady, [onReady])
  return (
    <SimulatorProvider simulator={simulator}>
      <MotionPreference value={REDUCED[motion]}>
        <Shell pageStore={pageStore} permalink={permalink} />
      </MotionPreference>
    </SimulatorProvider>
  )
}
