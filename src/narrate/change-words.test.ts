import { describe, expect, it } from 'vitest'
import type { Settings } from '../sim/index.ts'
import { changeInWords } from './change-words.ts'

describe('a change in words', () => {
  it.each<[Partial<Settings>, string]>([
    [{}, ''],
    [{ keys: 'per-payment' }, 'Key policy: one key per payment'],
    [{ keys: 'per-attempt' }, 'Key policy: a new key per attempt'],
    [{ keys: 'off' }, 'Key policy: off'],
    [{ server: 'one-transaction' }, 'Server strategy: one-transaction'],
    [{ timeout: 10_000 }, 'Timeout: 10 s'],
    [{ ttl: 86_400_000 }, 'Time to live of a record: 24 h'],
    [{ pause: 0 }, 'Worker pause: never'],
    [{ duplicate: 0.25 }, 'Duplicate rate: 25%'],
    [{ latency: '100-200' }, 'Latency, one way: 100-200 ms'],
    [{ attempts: 10 }, 'Attempts at most: 10'],
    [{ amount: 2550 }, 'Amount: $25.50'],
    [{ memory: 'shared' }, 'Memory of keys: one, shared'],
    [{ errorReplay: 'run-again' }, 'A retry after a 500: runs again'],
    [{ retry: 'manual' }, 'Retry automatically: off'],
    [{ seed: 7 }, 'Seed: 7'],
  ])('says %j', (change, words) => {
    expect(changeInWords(change)).toBe(words)
  })

  it('says several in the order of the controls, whatever order they are given in', () => {
    expect(changeInWords({ server: 'one-transaction', keys: 'per-payment' })).toBe(
      'Key policy: one key per payment · Server strategy: one-transaction',
    )
  })

  it('passes over what is not set', () => {
    expect(changeInWords({ keys: undefined, retry: 'auto' } as unknown as Partial<Settings>)).toBe(
      'Retry automatically: on',
    )
  })
})
