import type { Simulator } from '../store/simulator.ts'

/**
 * In a frame that is out of sight time stands; browsers give such a frame hardly any animation frames anyway. Of a page of
 * eight simulators only those play that are seen.
 */
export function restUnseen(simulator: Simulator, root: Element): void {
  new IntersectionObserver(entries => {
    const newest = entries.at(-1)
    if (newest) simulator.hold(!newest.isIntersecting)
  }).observe(root)
}
