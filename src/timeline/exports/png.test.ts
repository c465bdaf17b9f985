import { describe, expect, it } from 'vitest'
import { finenessOf } from './png.ts'

describe('the picture of dots', () => {
  it('has two for each on screen', () => {
    expect(finenessOf(800, 600)).toBe(2)
  })

  it('gets coarser where a canvas has no room for two', () => {
    const side = finenessOf(100, 10_000)
    expect(side).toBe(1.6384)
    const area = finenessOf(2000, 4000)
    expect(2000 * area * 4000 * area).toBeCloseTo(16_777_216)
  })

  it('is refused in a sentence where nobody could read it', () => {
    expect(() => finenessOf(100, 30_000)).toThrow('This run is too long for a picture of dots.')
    expect(() => finenessOf(6000, 6000)).toThrow('The SVG has no such limit.')
  })
})
