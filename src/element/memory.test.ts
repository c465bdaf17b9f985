import { expect, it, vi } from 'vitest'
import { Memory } from './memory.ts'

const ADDRESS = 'https://simulator.example/app/?seed=7&embed=1'
const LINK = 'https://simulator.example/app/?seed=7&run=1.abc&embed=1'

async function remembering(link: unknown) {
  const memory = new Memory(async () => link)
  memory.hear({ status: 'idle' })
  await Promise.resolve()
  return memory
}

it('recalls the run that was told last, until it forgets', async () => {
  const memory = await remembering(LINK)
  expect(memory.recall(ADDRESS)).toBe(LINK)
  memory.forget()
  expect(memory.recall(ADDRESS)).toBe(ADDRESS)
})

it.each([
  'javascript:alert(1)',
  'https://evil.example/app/?seed=7',
  'https://simulator.example/other/?seed=7',
  'no address',
  null,
])('does not go to %s because a frame says so', async link => {
  expect((await remembering(link)).recall(ADDRESS)).toBe(ADDRESS)
})

it('asks seldom while it runs, and at once when it stands still', () => {
  const ask = vi.fn(async () => LINK)
  const memory = new Memory(ask)
  for (let index = 0; index < 10; index += 1) memory.hear({ status: 'running' })
  expect(ask).toHaveBeenCalledTimes(1)
  memory.hear({ status: 'paused' })
  expect(ask).toHaveBeenCalledTimes(2)
})
