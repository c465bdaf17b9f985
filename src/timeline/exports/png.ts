/** Pixels for each pixel of the drawing: sharp on screens of two dots a pixel, and in print. */
const FINENESS = 2

/** Chromium draws no longer side, Safari on a phone no larger area. */
const LONGEST_SIDE = 16_384
const LARGEST_AREA = 16_777_216

/** Below this nobody can read the words in it. */
const COARSEST = 0.75

/** How many pixels for each of a drawing's fit into a picture. @throws Error where too few do to read it */
export function finenessOf(width: number, height: number): number {
  const fineness = Math.min(
    FINENESS,
    LONGEST_SIDE / Math.max(width, height),
    Math.sqrt(LARGEST_AREA / (width * height)),
  )
  if (fineness >= COARSEST) return fineness
  throw new Error('This run is too long for a picture of dots. The SVG has no such limit.')
}

/** A drawing as a PNG. @throws Error with a sentence where the browser cannot make one */
export async function pngOf(svg: string): Promise<Blob> {
  const { documentElement: root } = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const [, , boxWidth, boxHeight] = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
  const width = boxWidth || Number.parseFloat(root.getAttribute('width') ?? '')
  const height = boxHeight || Number.parseFloat(root.getAttribute('height') ?? '')
  const fineness = finenessOf(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * fineness)
  canvas.height = Math.floor(height * fineness)
  // Firefox draws only what says how large it is.
  root.setAttribute('width', String(canvas.width))
  root.setAttribute('height', String(canvas.height))
  const image = await loaded(new XMLSerializer().serializeToString(root))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser cannot make the picture. The SVG shows the same.')
  return blob
}

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('This browser cannot draw the picture. The SVG shows the same.'))
    image.src = svgAddress(svg)
  })
}

/** A drawing as an address for an image. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
