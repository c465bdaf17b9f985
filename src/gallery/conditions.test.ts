import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../sim/index.ts'
import { conditionsOf } from './conditions.ts'
import { SCENARIOS } from './scenarios.ts'
import { sessionOf } from './session-of.ts'

const of = (settings: Partial<Settings>) => conditionsOf({ ...DEFAULT_SETTINGS, ...settings })

describe('the conditions of a session', () => {
  it.each<[Partial<Settings>, string[]]>([
    [{}, ['no keys', 'half the answers lost']],
    [{ responseLoss: 0 }, ['no keys', 'no message lost']],
    [{ responseLoss: 1 }, ['no keys', 'every answer lost']],
    [{ responseLoss: 0.3, requestLoss: 0.2 }, ['no keys', '20% of requests lost', '30% of answers lost']],
    [{ responseLoss: 0, requestLoss: 0.5 }, ['no keys', 'half the requests lost']],
    [{ keys: 'per-session', responseLoss: 0 }, ['one key for everything', 'no message lost']],
    [{ keys: 'per-attempt', responseLoss: 0 }, ['a new key per attempt', 'no message lost']],
    [{ duplicate: 1 }, ['no keys', 'every request delivered twice', 'half the answers lost']],
    [{ rateLimit: 0.5 }, ['no keys', 'half get a 429', 'half the answers lost']],
    [{ card: 'declined' }, ['no keys', 'card declined', 'half the answers lost']],
    [{ retry: 'auto' }, ['no keys', 'automatic retries', 'half the answers lost']],
    [{ ttl: 3000 }, ['no keys', 'keys kept 3 s', 'half the answers lost']],
    [{ latency: '300-6000' }, ['no keys', '300 ms to 6 s one way', 'half the answers lost']],
    [{ crash: 'after-charge' }, ['no keys', 'a crash after the charge', 'half the answers lost']],
    [{ rateLimit: 1, responseLoss: 0 }, ['no keys', 'all get a 429', 'no message lost']],
    [{ memory: 'per-instance' }, ['no keys', 'a memory per instance', 'half the answers lost']],
    [
      { keys: 'per-payment', server: 'set-nx', pause: 4000, lease: 1500 },
      ['one key per payment', 'set-nx', '4 s asleep, lease 1.5 s'],
    ],
  ])('%o are told as %o', (settings, words) => {
    expect(of(settings)).toEqual(words)
  })

  it('name the strategy only where a request carries a key', () => {
    expect(of({ server: 'set-nx' })).toEqual(['no keys', 'half the answers lost'])
  })

  it.each(SCENARIOS)('are two or three for $id', scenario => {
    const { length } = conditionsOf(sessionOf(scenario).settings)
    expect([2, 3]).toContain(length)
  })
})
