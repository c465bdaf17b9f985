import { type RefObject, useLayoutEffect, useRef } from 'react'
import styles from './Discs.module.css'
import { slotOf } from './lit.ts'
import type { Path } from './path.ts'
import { discOf } from './path-words.ts'

/** Older requests are in the list of words only. */
const MOST = 8
/** From one disc to the next in the same place. */
const STEP_PX = 20

/** The requests as numbered discs, each where it stands in the chart; they travel from place to place. */
export function Discs({ chart, paths }: { chart: RefObject<HTMLDivElement | null>; paths: readonly Path[] }) {
  const layer = useRef<HTMLDivElement>(null)
  const shown = paths.slice(-MOST)
  // Where things stand is known once they are drawn, and again whenever the chart takes another shape.
  useLayoutEffect(() => {
    if (!chart.current) return
    const place = () => placeDiscs(chart.current, layer.current)
    place()
    const observer = new ResizeObserver(place)
    observer.observe(chart.current)
    return () => observer.disconnect()
  })
  return (
    <div ref={layer}>
      {shown.map(path => (
        <span
          key={path.id}
          className={styles.disc}
          data-at={slotOf(path)}
          data-stands={path.stands}
          data-testid="flow-disc"
        >
          {discOf(path)}
        </span>
      ))}
    </div>
  )
}

/** Puts each disc on the right edge of its place, one left of the other. */
function placeDiscs(chart: HTMLElement | null, layer: HTMLElement | null): void {
  if (!chart || !layer) return
  const from = chart.getBoundingClientRect()
  const taken = new Map<string, number>()
  for (const disc of [...layer.children].reverse()) {
    if (!(disc instanceof HTMLElement)) continue
    const name = disc.dataset.at ?? ''
    const box = chart.querySelector(`[data-slot="${name}"]`)?.getBoundingClientRect()
    if (!box) continue
    const used = taken.get(name) ?? 0
    const x = box.right - from.left - disc.offsetWidth / 2 - used
    const y = box.top - from.top - disc.offsetHeight / 2
    taken.set(name, used + Math.max(STEP_PX, disc.offsetWidth + 2))
    disc.style.transform = `translate(${Math.round(x - disc.offsetWidth / 2)}px, ${Math.round(y + 1)}px)`
  }
}
