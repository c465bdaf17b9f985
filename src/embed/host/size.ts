/** How large the page would like to be, in whole CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Less than this is no change: a host that rounds otherwise must not be answered for ever. */
const LEAST_PX = 2

/** An element's size, rounded up; null in a frame without any width, where text is as high as a tower. */
export function sizeOf(element: Element): Size | null {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 ? { width: Math.ceil(width), height: Math.ceil(height) } : null
}

/**
 * Tells an element's size now, and whenever its height changes. What is measured is as high as its content, never as
 * the frame, so that a host which follows it does not feed it.
 */
export function watchSize(element: Element, tell: (size: Size) => void): void {
  let toldPx = 0
  const look = () => {
    const size = sizeOf(element)
    if (!size || Math.abs(size.height - toldPx) < LEAST_PX) return
    toldPx = size.height
    tell(size)
  }
  new ResizeObserver(look).observe(element)
  // A frame out of sight is not told of sizes for seconds.
  look()
}
