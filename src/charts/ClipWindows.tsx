import { useRef } from 'react'
import { usePlotArea } from 'recharts'
import { usePlayhead, useSimulator } from '../store/react.tsx'

const STEP_PX = 5

/** Two clip windows over the plot: up to the playhead, and from there as far as has been watched. */
export function ClipWindows({ id, scaleMs }: { id: string; scaleMs: number }) {
  const plot = usePlotArea()
  const past = useRef<SVGRectElement>(null)
  const ahead = useRef<SVGRectElement>(null)
  const { store } = useSimulator()
  const drawnTo = useRef(-1)
  usePlayhead(timeMs => {
    if (!plot) return
    const x = (ms: number) => (Math.min(ms, scaleMs) / scaleMs) * plot.width
    const { watchedMs, status } = store.getState()
    const now = x(timeMs)
    // Every move of the window paints the chart anew; while it runs, steps of a few pixels look the same.
    if (status === 'running' && Math.abs(now - drawnTo.current) < STEP_PX) return
    drawnTo.current = now
    // A few pixels at the least, so that the opening balance is to be seen.
    past.current?.setAttribute('width', String(Math.max(6, now)))
    ahead.current?.setAttribute('x', String(plot.x + now))
    ahead.current?.setAttribute('width', String(Math.max(0, x(Math.max(timeMs, watchedMs)) - now)))
  })
  if (!plot) return null
  const tall = { y: plot.y - 8, height: plot.height + 16 }
  return (
    <defs>
      <clipPath id={`${id}past`}>
        <rect ref={past} x={plot.x} width={0} {...tall} />
      </clipPath>
      <clipPath id={`${id}ahead`}>
        <rect ref={ahead} x={plot.x} width={0} {...tall} />
      </clipPath>
    </defs>
  )
}
