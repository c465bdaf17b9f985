import { createElementClass, TAG } from './simulator-element.ts'
import { watchFrames } from './watch-frames.ts'

// Where pages are only rendered, on a server, there is nothing to define; and a page that has it needs no second.
if (typeof document !== 'undefined' && typeof customElements !== 'undefined' && !customElements.get(TAG)) {
  customElements.define(TAG, createElementClass())
  watchFrames()
}
