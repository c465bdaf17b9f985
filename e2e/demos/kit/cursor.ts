import type { Page } from 'playwright/test'

/** A way of the cursor takes this long, so that eyes can follow. */
const GLIDE_MS = 700

/** The cursor of a page that has none to be seen: it follows the mouse events the page receives. */
export class Cursor {
  readonly #page: Page
  readonly #glides: boolean
  #at = { x: 0, y: 0 }

  constructor(page: Page, glides: boolean) {
    this.#page = page
    this.#glides = glides
  }

  /** Shows it in the page that is open, in the middle. */
  async appear(): Promise<void> {
    await this.#page.evaluate(drawCursor)
    const { width, height } = this.#page.viewportSize() ?? { width: 1280, height: 720 }
    await this.#moveTo({ x: width / 2, y: height / 2 })
  }

  /** Goes to a point with real mouse moves, slowly at both ends; under reduced motion at once. */
  async glideTo(end: { x: number; y: number }): Promise<void> {
    const begin = this.#at
    const isThere = Math.hypot(end.x - begin.x, end.y - begin.y) < 4
    if (this.#glides && !isThere && !(await this.#page.evaluate(prefersStillness))) {
      const startMs = performance.now()
      for (let share = 0; share < 1; share = (performance.now() - startMs) / GLIDE_MS) {
        const eased = share * share * (3 - 2 * share)
        await this.#moveTo({
          x: begin.x + (end.x - begin.x) * eased,
          y: begin.y + (end.y - begin.y) * eased,
        })
      }
    }
    await this.#moveTo(end)
  }

  async #moveTo(point: { x: number; y: number }): Promise<void> {
    await this.#page.mouse.move(point.x, point.y)
    this.#at = point
  }
}

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Runs in the page. Beside the body, where neither the page's own tree nor a screen reader meets it. */
function drawCursor(): void {
  const layer = document.createElement('div')
  layer.ariaHidden = 'true'
  Object.assign(layer.style, { position: 'fixed', inset: '0', zIndex: '2147483647', pointerEvents: 'none' })
  const arrow = layer.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
  arrow.setAttribute('viewBox', '0 0 24 32')
  Object.assign(arrow.style, { position: 'absolute', left: '0', top: '0', width: '24px', height: '32px' })
  const shape = arrow.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'))
  shape.setAttribute('d', 'M2 2 L2 25 L8 20 L12 29 L16 27 L12 18 L20 18 Z')
  Object.assign(shape.style, { fill: '#111', stroke: '#fff', strokeWidth: '2px', strokeLinejoin: 'round' })
  document.documentElement.append(layer)

  const ring = document.createElement('div')
  const size = { width: '48px', height: '48px', margin: '-24px 0 0 -24px' }
  Object.assign(ring.style, {
    position: 'absolute',
    borderRadius: '50%',
    border: '4px solid #0072b2',
    ...size,
  })
  addEventListener(
    'mousemove',
    ({ clientX, clientY }) => {
      arrow.style.transform = `translate(${clientX - 2}px, ${clientY - 2}px)`
    },
    true,
  )
  addEventListener(
    'mousedown',
    ({ clientX, clientY }) => {
      Object.assign(ring.style, { left: `${clientX}px`, top: `${clientY}px` })
      layer.append(ring)
      // Under reduced motion it stands for as long, and does not grow.
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      const grow = still ? [{ opacity: 1 }, { opacity: 1 }] : [{ scale: 0.3 }, { scale: 1, opacity: 0 }]
      ring.animate(grow, { duration: 500, easing: 'ease-out' }).onfinish = () => ring.remove()
    },
    true,
  )
}
