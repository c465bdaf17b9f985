// With the real interpreter: what is shown where it cannot be had is what it says.
import { describe, expect, it } from 'vitest'
import { loadLua } from '../../engines/lua-script.ts'
import { command, EMPTY_REDIS, type Redis } from '../../sim/index.ts'
import { argvOf, KEY, PRESETS } from './presets.ts'
import { HELD, RECORDED } from './recorded.ts'
import { toldOf } from './told-run.ts'

const lua = await loadLua()
const held = () => command(EMPTY_REDIS, 0, HELD.split(' '))[0]

/** Runs a preset as these workers, one after the other, each at its time; what is told of each, and what is left. */
async function run(id: string, workers: readonly number[], before: Redis = EMPTY_REDIS, atMs = 1) {
  const script = PRESETS.find(preset => preset.id === id)?.script ?? ''
  let redis = before
  const told = []
  for (const worker of workers) {
    const answer = await lua({ script, keys: [KEY], argv: argvOf(worker), redis, nowMs: atMs })
    redis = answer.redis
    const { ran, reply } = toldOf(worker, answer)
    told.push({ worker, ran, reply })
  }
  return { told, redis }
}
const replies = async (...given: Parameters<typeof run>) =>
  (await run(...given)).told.map(({ reply }) => reply)

describe('recorded output', () => {
  it('is there for every preset', () => {
    expect(Object.keys(RECORDED)).toEqual(PRESETS.map(({ id }) => id))
  })

  it.each(Object.entries(RECORDED))('of %s is what the interpreter says', async (id, recorded) => {
    const workers = recorded.runs.map(({ worker }) => worker)
    const { told } = await run(id, workers, recorded.held ? held() : EMPTY_REDIS)
    expect(told).toEqual(recorded.runs)
  })
})

describe('the scripts', () => {
  it('claim: script – the first who runs the atomic script gets 1, everybody after it 0', async () => {
    expect(await replies('exists-set', [1, 2, 1, 2])).toEqual([
      '(integer) 1',
      ...Array(3).fill('(integer) 0'),
    ])
    expect(await replies('exists-set', [2, 1])).toEqual(['(integer) 1', '(integer) 0'])
  })

  it('claim: for-ever – its “processing” has no time to live: a day later it is still there', async () => {
    const { redis } = await run('exists-set', [1])
    expect(redis.get(KEY)).toEqual({ value: 'processing', expiresAtMs: null })
    expect(await replies('exists-set', [2], redis, 86_400_000)).toEqual(['(integer) 0'])
  })

  it('claim: token – compare-and-delete releases one’s own lock alone, a bare DEL anybody’s', async () => {
    expect(await replies('release', [2, 1], held())).toEqual(['(integer) 0', '(integer) 1'])
    const { told, redis } = await run('bare-del', [2], held())
    expect([told[0]?.reply, redis.size]).toEqual(['(integer) 1', 0])
  })

  it('hand the lock on when its time is over', async () => {
    const { redis } = await run('set-nx-px', [1, 2])
    expect(redis.get(KEY)?.value).toBe('worker-1')
    const later = await run('set-nx-px', [2], redis, 30_002)
    expect(later.redis.get(KEY)?.value).toBe('worker-2')
  })
})
