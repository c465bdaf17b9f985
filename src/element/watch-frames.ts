import { FrameLink } from './frame-link.ts'
import { type Methods, methodsBy } from './methods.ts'
import { heightIn, tell } from './tell.ts'

const MARK = 'data-double-charge-simulator'
const MARKED = `iframe[${MARK}]`

/** Frames that have been given what the element has; one that comes back has the same methods as before. */
const links = new WeakMap<HTMLIFrameElement, FrameLink>()
/** Of these, those that are on the page. */
const live = new Set<HTMLIFrameElement>()

/** Gives every marked iframe, now and later, its height, its events and `doubleCharge`, the methods. */
export function watchFrames(): void {
  const look = (changes: readonly MutationRecord[] = []) => {
    for (const frame of live)
      if (frame.isConnected && isMoved(frame, changes)) links.get(frame)?.attach(frame)
    for (const frame of live) if (!frame.isConnected || !frame.matches(MARKED)) leave(frame)
    for (const frame of document.querySelectorAll<HTMLIFrameElement>(MARKED))
      if (!live.has(frame)) join(frame)
  }
  look()
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: [MARK] }
  new MutationObserver(changes => look(changes)).observe(document, watched)
}

/** Taken away and put back within one task: unless by `moveBefore`, it is loaded anew, and what is said waits for that. */
function isMoved(frame: HTMLIFrameElement, changes: readonly MutationRecord[]): boolean {
  return changes.some(({ addedNodes }) => Array.from(addedNodes).some(node => node.contains(frame)))
}

function join(frame: HTMLIFrameElement): void {
  live.add(frame)
  const link = links.get(frame) ?? upgrade(frame)
  link.attach(frame)
}

function leave(frame: HTMLIFrameElement): void {
  live.delete(frame)
  links.get(frame)?.detach()
  links.get(frame)?.giveUp()
}

function upgrade(frame: HTMLIFrameElement): FrameLink {
  const link = new FrameLink((type, payload) => {
    const heightPx = type === 'resize' ? heightIn(payload) : undefined
    if (heightPx !== undefined) frame.style.height = `${heightPx}px`
    tell(frame, type, payload)
  })
  const doubleCharge: Methods = methodsBy((command, args) => link.call(command, args))
  Object.assign(frame, { doubleCharge })
  links.set(frame, link)
  return link
}
