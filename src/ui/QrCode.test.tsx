import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { decodeQR } from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { itHolds } from '../sim/testing/property.ts'
import { QrCode } from './QrCode.tsx'

/** Pixels for each module: fewer would leave a reader guessing. */
const SCALE = 4

/** What a reader of QR codes finds in the drawing. */
function read(svg: Element): string {
  const side = Number(svg.getAttribute('viewBox')?.split(' ')[2])
  const width = side * SCALE
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  const dark = svg.querySelector('path')?.getAttribute('d') ?? ''
  for (const [, x, y] of dark.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < SCALE; dy += 1) {
      const from = ((Number(y) * SCALE + dy) * width + Number(x) * SCALE) * 4
      for (let pixel = 0; pixel < SCALE; pixel += 1) data.fill(0, from + pixel * 4, from + pixel * 4 + 3)
    }
  }
  return decodeQR({ width, height: width, data })
}

function drawn(link: string): Element | null {
  const { container, unmount } = render(<QrCode link={link} name="the code" />)
  const svg = container.querySelector('svg')
  unmount()
  return svg
}

describe('the QR code', () => {
  it('is dark on light with four light modules around it, and has a name', () => {
    render(<QrCode link="https://example.org/" name="the code" />)
    const svg = screen.getByRole('img', { name: 'the code' })
    const side = Number(svg.getAttribute('viewBox')?.split(' ')[2])
    const places = [
      ...(svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)/g),
    ].flatMap(([, x, y]) => [Number(x), Number(y)])
    expect(Math.min(...places)).toBe(4)
    expect(Math.max(...places)).toBe(side - 5)
    expect(svg.querySelector('rect')).toHaveAttribute('fill', '#fff')
    expect(svg.querySelector('path')).toHaveAttribute('fill', '#000')
  })

  const rest = fc.stringMatching(/^[\w%&=.-]{0,1200}$/)
  itHolds(
    'is read as the link it was made of',
    { seed: 11, runs: 20 },
    fc.property(rest, query => {
      const link = `https://example.org/?run=${query}`
      const svg = drawn(link)
      expect(svg && read(svg)).toBe(link)
    }),
  )

  it('is drawn up to 1,273 bytes and no further', () => {
    expect(drawn('x'.repeat(1273))).not.toBeNull()
    expect(drawn('x'.repeat(1274))).toBeNull()
    expect(drawn('é'.repeat(637))).toBeNull()
  })
})
