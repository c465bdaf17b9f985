import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

/** One whose simulator answers when the test says so, with what the run is at that moment. */
function answering() {
  const answers: (() => void)[] = []
  let run = 0
  const memory = new Memory(
    () => new Promise(resolve => answers.push(() => resolve(`${ADDRESS}&run=${run}`))),
  )
  const answer = async () => {
    for (const each of answers.splice(0)) each()
    await vi.advanceTimersByTimeAsync(0)
  }
  const hear = (status: string) => {
    run += 1
    memory.hear({ status })
  }
  return { memory, answers, answer, hear, recalled: () => memory.recall(ADDRESS).split('run=')[1] }
}

describe('a run that goes on', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is asked for again when more was told than was answered, one question at a time', async () => {
    const { answers, answer, hear, recalled } = answering()
    hear('running')
    hear('running')
    hear('paused')
    expect(answers).toHaveLength(1)
    await answer()
    expect(answers).toHaveLength(1)
    await answer()
    expect(answers).toHaveLength(0)
    expect(recalled()).toBe('3')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is asked for four times a second while it runs, and not when it stands or is gone', async () => {
    const { memory, answers, answer, hear } = answering()
    hear('running')
    await answer()
    await vi.advanceTimersByTimeAsync(249)
    expect(answers).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(answers).toHaveLength(1)
    await answer()
    memory.rest()
    expect(vi.getTimerCount()).toBe(0)
    hear('running')
    hear('idle')
    await answer()
    await answer()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is remembered when learning it is over, also where it was being asked for', async () => {
    const { memory, answer, hear, recalled } = answering()
    hear('running')
    let isOver = false
    void memory.learn().then(() => {
      isOver = true
    })
    await answer()
    expect(isOver).toBe(false)
    await answer()
    expect(isOver).toBe(true)
    expect(recalled()).toBe('1')
  })

  it('is not asked for any longer where nobody answers, and is again with the next state', async () => {
    const ask = vi.fn<() => Promise<unknown>>(async () => {
      throw new Error('gone')
    })
    const memory = new Memory(ask)
    await memory.learn()
    ask.mockResolvedValue(LINK)
    memory.hear({ status: 'idle' })
    await vi.advanceTimersByTimeAsync(0)
    expect(memory.recall(ADDRESS)).toBe(LINK)
  })
})
