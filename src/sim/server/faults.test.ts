import { describe, expect, it } from 'vitest'
import type { EventKind } from '../event.ts'
import { Scene } from '../testing/scene.ts'
import { workOf } from './worker.ts'

const KEYED = { keys: 'per-payment' } as const
const NAME = '50 POST /v1/payments k1'
const crash = (scene: Scene, worker = 0) => scene.take({ kind: 'crash', worker })
const restart = (scene: Scene, worker = 0) => scene.take({ kind: 'restart', worker })
const pause = (scene: Scene, worker = 0) => scene.take({ kind: 'pause', worker })
const resume = (scene: Scene, worker = 0) => scene.take({ kind: 'resume', worker })
const fail = (scene: Scene, worker = 0) => scene.take({ kind: 'fail', worker })
const last = (scene: Scene, kind: EventKind) => scene.events(kind).at(-1)

/** A first request is at the bank, and so many operations of it are done. */
function started(settings: ConstructorParameters<typeof Scene>[0], operations = 0): Scene {
  const scene = new Scene(settings).pay().deliver('p1.a1.request')
  for (let i = 0; i < operations; i += 1) scene.step(1, 1)
  return scene
}

describe('a crash', () => {
  it('takes the worker down and the request with it, and tells the client nothing', () => {
    const scene = crash(started({ keys: 'off' }))
    expect(scene.state.workers).toEqual(['down', null])
    expect([scene.state.wires, scene.state.inbox, scene.charges(1)]).toEqual([[], [], 0])
    expect(last(scene, 'server.crashed')).toMatchObject({
      actor: 'server',
      payment: 'p1',
      attempt: 1,
      worker: 'w1',
      data: { after: 'nothing', rolledBack: false, forgotten: 0 },
    })
    expect(scene.payment(1).belief).toBe('waiting')
  })

  it('names the last operation, and what is charged stays charged', () => {
    const scene = crash(started({ ...KEYED, server: 'lua-get-or-claim' }, 2))
    expect(last(scene, 'server.crashed')?.data).toEqual({
      after: 'ledger.charge',
      rolledBack: false,
      forgotten: 0,
    })
    expect(scene.charges(1)).toBe(1)
    expect(scene.record('k1')?.status).toBe('processing')
  })

  it.each([
    [1, 'tx.insert'],
    [2, 'tx.charge'],
  ])('after %d operations of a transaction (%s) rolls it back: no charge and no key', (done, after) => {
    const scene = crash(started(KEYED, done))
    expect(last(scene, 'server.crashed')?.data).toEqual({ after, rolledBack: true, forgotten: 0 })
    expect([scene.state.store, scene.charges(1)]).toEqual([{}, 0])
  })

  it('before the insert has nothing to roll back', () => {
    expect(last(crash(started(KEYED)), 'server.crashed')?.data).toEqual({
      after: 'nothing',
      rolledBack: false,
      forgotten: 0,
    })
  })

  it('after the commit leaves key and charge', () => {
    const scene = crash(started(KEYED, 3))
    expect(last(scene, 'server.crashed')?.data).toEqual({
      after: 'tx.commit',
      rolledBack: false,
      forgotten: 0,
    })
    expect([scene.record('k1')?.status, scene.charges(1)]).toEqual(['completed', 1])
  })

  it('of a worker that has only found the key leaves the transaction of the other as it is', () => {
    const scene = started(KEYED, 1).pay().deliver('p1.a2.request').step(1, 2)
    crash(scene, 1)
    expect(last(scene, 'server.crashed')?.data).toMatchObject({ after: 'tx.insert', rolledBack: false })
    expect(scene.record('k1')?.status).toBe('processing')
  })

  it('rolls back its own key only', () => {
    const scene = new Scene(KEYED).pay().complete(1, 1).newPayment().pay()
    crash(scene.deliver('p2.a1.request').step(2, 1))
    expect(Object.keys(scene.state.store)).toEqual([NAME])
  })

  it('forgets the memory of its own instance, and of no other', () => {
    const settings = { ...KEYED, server: 'charge-then-record', memory: 'per-instance' } as const
    const scene = new Scene(settings).pay().complete(1, 1).newPayment().pay()
    // Attempt 1 is for the first instance, attempt 2 for the second.
    scene.serve(2, 1).pay().serve(2, 2)
    expect(Object.values(scene.state.store).map(({ key, instance }) => [key, instance])).toEqual([
      ['k1', 0],
      ['k2', 0],
      ['k2', 1],
    ])
    crash(scene.newPayment().pay().deliver('p3.a1.request'))
    expect(Object.keys(scene.state.store)).toEqual(['50 POST /v1/payments k2@1'])
    expect(last(scene, 'server.crashed')?.data).toEqual({ after: 'nothing', rolledBack: false, forgotten: 2 })
  })

  it('does not count among what it forgot the key that it rolled back', () => {
    const scene = crash(started({ ...KEYED, memory: 'per-instance' }, 1))
    expect(last(scene, 'server.crashed')?.data).toEqual({
      after: 'tx.insert',
      rolledBack: true,
      forgotten: 0,
    })
    expect(scene.state.store).toEqual({})
  })

  it('is what the time-out points at', () => {
    const scene = crash(started(KEYED, 1)).timeout(1, 1)
    const crashed = last(scene, 'server.crashed')
    expect(last(scene, 'attempt.timedOut')?.cause).toEqual([crashed?.id])
    expect(crashed?.cause).toEqual([last(scene, 'store.written')?.id])
  })

  it('may befall neither an idle worker nor one that is down', () => {
    expect(() => crash(new Scene())).toThrow('May not happen')
    expect(() => crash(crash(started(KEYED)))).toThrow('May not happen')
  })

  it('may befall a worker that is asleep', () => {
    const scene = pause(started({ keys: 'off' }))
    expect(crash(scene).state.workers[0]).toBe('down')
  })
})

describe('a restart', () => {
  it('brings the worker back with nothing to do', () => {
    const scene = restart(crash(started(KEYED)))
    expect(scene.state.workers).toEqual([null, null])
    expect(last(scene, 'server.restarted')).toMatchObject({ actor: 'server', worker: 'w1' })
    expect(last(scene, 'server.restarted')?.cause).toEqual([last(scene, 'server.crashed')?.id])
  })

  it('takes the request that has waited longest', () => {
    const scene = crash(started(KEYED)).pay().pay().pay()
    for (const attempt of [2, 4, 3]) scene.deliver(`p1.a${attempt}.request`)
    expect(scene.state.inbox.map(({ attempt }) => attempt)).toEqual([4, 3])
    restart(scene)
    expect(workOf(scene.state.workers[0])?.message.attempt).toBe(4)
    expect(scene.state.inbox.map(({ attempt }) => attempt)).toEqual([3])
    expect(scene.trace.events.slice(-2).map(({ kind, worker }) => [kind, worker])).toEqual([
      ['server.restarted', 'w1'],
      ['handler.started', 'w1'],
    ])
  })

  it('is only of a worker that is down', () => {
    expect(() => restart(new Scene())).toThrow('May not happen')
    expect(() => restart(started(KEYED))).toThrow('May not happen')
  })

  it('lets a retry after a roll-back start afresh', () => {
    const scene = restart(crash(started(KEYED, 2)))
      .pay()
      .complete(1, 2)
    expect(scene.answer(1, 2)).toMatchObject({ status: 201, body: { id: 'ch_1_2' } })
    expect(scene.answer(1, 2)?.headers).not.toHaveProperty('Idempotent-Replayed')
    expect(scene.charges(1)).toBe(1)
  })
})

describe('a pause', () => {
  it('stops a worker before its charge until it is resumed', () => {
    const scene = pause(started(KEYED, 1))
    expect(workOf(scene.state.workers[0])?.asleep).toBe(true)
    expect(() => scene.step(1, 1)).toThrow('May not happen')
    expect(last(scene, 'server.paused')).toMatchObject({
      actor: 'server',
      payment: 'p1',
      attempt: 1,
      worker: 'w1',
    })
    expect(last(scene, 'server.paused')).not.toHaveProperty('data')
    resume(scene)
    expect(workOf(scene.state.workers[0])?.asleep).toBe(false)
    expect(last(scene, 'server.resumed')).toMatchObject({ payment: 'p1', attempt: 1, worker: 'w1' })
    expect(last(scene, 'server.resumed')?.cause).toEqual([last(scene, 'server.paused')?.id])
    expect(scene.step(1, 1).step(1, 1).charges(1)).toBe(1)
  })

  it('may befall a worker only where it is about to charge', () => {
    expect(() => pause(started(KEYED))).toThrow('May not happen')
    expect(() => pause(started(KEYED, 2))).toThrow('May not happen')
  })

  it('does not befall a worker that sleeps, nor is one resumed that is awake', () => {
    expect(() => pause(pause(started(KEYED, 1)))).toThrow('May not happen')
    expect(() => resume(started(KEYED, 1))).toThrow('May not happen')
  })
})

describe('a failure', () => {
  it('right after the charge turns the answer into a 500', () => {
    const scene = fail(started({ keys: 'off' }, 1)).step(1, 1)
    expect(last(scene, 'server.failed')).toMatchObject({
      actor: 'server',
      payment: 'p1',
      attempt: 1,
      worker: 'w1',
    })
    expect(last(scene, 'server.failed')?.cause).toEqual([last(scene, 'ledger.charged')?.id])
    expect(scene.answer(1, 1)?.status).toBe(500)
    expect(scene.charges(1)).toBe(1)
  })

  it.each([0, 1, 3])('may not come after %d operations of a transaction, but after its charge', done => {
    expect(() => fail(started(KEYED, done))).toThrow('May not happen')
    expect(workOf(fail(started(KEYED, 2)).state.workers[0])?.results).toEqual([
      null,
      { id: 'ch_1_1', amount: 10_000, declined: false, failed: true },
    ])
  })

  it('comes once', () => {
    expect(() => fail(fail(started(KEYED, 2)))).toThrow('May not happen')
  })

  it('does not come after a charge that was declined', () => {
    expect(() => fail(started({ ...KEYED, card: 'declined' }, 2))).toThrow('May not happen')
  })

  it('leaves the payment unknown, and its saved 500 is replayed for ever', () => {
    const scene = fail(started(KEYED, 2)).step(1, 1).step(1, 1).deliver('p1.a1.response')
    expect(scene.payment(1).belief).toBe('unknown')
    scene.pay().complete(1, 2)
    expect(scene.answer(1, 2)).toMatchObject({ status: 500, headers: { 'Idempotent-Replayed': 'true' } })
    expect([scene.payment(1).belief, scene.charges(1)]).toEqual(['unknown', 1])
  })

  it('that is not saved lets the retry run again: once more in the ledger, or for the first time in a transaction', () => {
    const forgetful = { ...KEYED, errorReplay: 'run-again' } as const
    const inOne = fail(started(forgetful, 2)).step(1, 1).step(1, 1).deliver('p1.a1.response')
    expect([inOne.charges(1), inOne.state.store]).toEqual([0, {}])
    expect(inOne.pay().complete(1, 2).charges(1)).toBe(1)
    const inTwo = fail(started({ ...forgetful, server: 'lua-get-or-claim' }, 2))
      .step(1, 1)
      .step(1, 1)
    expect([inTwo.charges(1), inTwo.state.store]).toEqual([1, {}])
    expect(inTwo.pay().complete(1, 2).charges(1)).toBe(2)
  })
})
