/** As high as the element is until the simulator says how high it is. */
const DEFAULT_HEIGHT_PX = 640

/** An attribute's height, as `height="480"` or `height="480px"`. */
export function heightFrom(attribute: string | null): number {
  const px = Number(attribute?.match(/^(\d+)(px)?$/)?.[1])
  return px > 0 ? px : DEFAULT_HEIGHT_PX
}

/** The frame's title: without one a screen reader cannot tell what it is. */
export function titleOf(element: Element): string {
  return element.getAttribute('title') || 'Double Charge Simulator'
}

/** An iframe that shows the simulator, as its element's attributes want it. Its style is set property by property: a host may forbid styles in markup. */
export function createFrame(element: Element, heightPx: number): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = titleOf(element)
  frame.loading = element.getAttribute('loading') === 'eager' ? 'eager' : 'lazy'
  const sandbox = element.getAttribute('sandbox')
  if (sandbox !== null) frame.setAttribute('sandbox', sandbox)
  frame.allow = 'clipboard-write; fullscreen'
  frame.allowFullscreen = true
  frame.style.display = 'block'
  frame.style.width = '100%'
  frame.style.border = '0'
  frame.style.height = `${heightPx}px`
  return frame
}
