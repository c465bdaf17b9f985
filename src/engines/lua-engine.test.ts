import { expect, it } from 'vitest'
import { TIMEOUT_MS } from './lua-engine.ts'

it('a script without end is stopped within a second, with what it takes to notice and to say so', () => {
  expect(TIMEOUT_MS).toBeLessThanOrEqual(700)
})
