import { describe, expect, it } from 'vitest'
import {
  BY_WORKER,
  DECLINED,
  doing,
  FAILED,
  NAME,
  OWN,
  other,
  ROW,
  record,
  saved,
} from '../testing/performing.ts'
import { request } from '../testing/request.ts'
import { answer } from './answer.ts'

describe.each([
  ['store.exists', true, false],
  ['store.get', { differs: false, running: true, answer: undefined }, null],
] as const)('%s', (name, found, nothing) => {
  it('finds nothing where nothing is, writes nothing, and tells that it looked', () => {
    const { before, state, result, events } = doing({ name, key: 'k1' })
    expect(result).toBe(nothing)
    expect(state).toBe(before)
    expect(events).toEqual([
      {
        actor: 'store',
        kind: 'store.read',
        ...BY_WORKER,
        cause: ['worker 0', `record ${NAME}`],
        data: { key: 'k1', found: 'nothing' },
      },
    ])
  })

  it('finds what is there, and tells its status', () => {
    const { before, state, result, event } = doing({ name, key: 'k1' }, { store: { [NAME]: record() } })
    expect(result).toEqual(found)
    expect(event?.data).toEqual({ key: 'k1', found: 'processing' })
    expect(state).toBe(before)
  })

  it('looks into the memory of its own instance only, where each has its own', () => {
    const where = { ...OWN, worker: 1 }
    const mine = { [`${NAME}@1`]: record({ instance: 1 }) }
    const others = { [NAME]: record(), [`${NAME}@0`]: record({ instance: 0 }) }
    expect(doing({ name, key: 'k1' }, { ...where, store: mine }).result).toEqual(found)
    expect(doing({ name, key: 'k1' }, { ...where, store: others }).result).toBe(nothing)
  })
})

describe('store.get', () => {
  it.each([
    ['another payload', record({ fingerprint: other }), { differs: true, running: true, answer: undefined }],
    ['a saved answer', record(saved), { differs: false, running: false, answer: answer(ROW) }],
    ['a bare insert', record({ status: 'inserted' }), { differs: false, running: false, answer: undefined }],
  ])('says of %s what it is', (_, known, seen) => {
    expect(doing({ name: 'store.get', key: 'k1' }, { store: { [NAME]: known } }).result).toEqual(seen)
  })
})

describe('store.set', () => {
  it('writes the status with the payload, to live for the time to live', () => {
    const { result, store, events } = doing({ name: 'store.set', key: 'k1', status: 'completed' })
    expect(result).toBeUndefined()
    expect(store).toEqual({ [NAME]: record({ status: 'completed', life: 'ttl' }) })
    expect(events).toEqual([
      {
        actor: 'store',
        kind: 'store.written',
        ...BY_WORKER,
        cause: ['worker 0', `record ${NAME}`],
        marks: ['worker 0', `record ${NAME}`],
        data: { key: 'k1', status: 'completed' },
      },
    ])
  })

  it('writes over what is there', () => {
    const where = { store: { [NAME]: record({ fingerprint: other, ...saved }) } }
    expect(doing({ name: 'store.set', key: 'k1', status: 'processing' }, where).store).toEqual({
      [NAME]: record({ life: 'ttl' }),
    })
  })

  it('writes into the memory of its own instance', () => {
    const { store } = doing({ name: 'store.set', key: 'k1', status: 'completed' }, { ...OWN, worker: 1 })
    expect(store).toEqual({ [`${NAME}@1`]: record({ status: 'completed', life: 'ttl', instance: 1 }) })
  })
})

/** Those that write a key only where none is: what each writes, and in whose memory. */
const INSERTS = [
  ['store.setNX', { name: 'store.setNX', key: 'k1', status: 'processing' }, record({ life: 'lease' }), 0],
  ['store.claim', { name: 'store.claim', key: 'k1' }, record({ life: 'ever' }), 0],
  ['db.insert', { name: 'db.insert', key: 'k1' }, record({ status: 'inserted', life: 'ttl' }), null],
  ['tx.insert', { name: 'tx.insert' }, record({ life: 'ever' }), null],
] as const

describe.each(INSERTS)('%s', (_, operation, written, instance) => {
  it('writes a key that is new, and gives null', () => {
    const { result, store, events } = doing(operation, { worker: 1 })
    expect(result).toBeNull()
    expect(store).toEqual({ [NAME]: written })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      kind: 'store.written',
      worker: 1,
      marks: ['worker 1', `record ${NAME}`],
    })
    expect(events[0]?.data).toEqual({ key: 'k1', status: written.status })
  })

  it('writes nothing where the key is, and gives what it knows of it', () => {
    const { before, state, result, events } = doing(operation, { store: { [NAME]: record(saved) } })
    expect(result).toEqual({ differs: false, running: false, answer: answer(ROW) })
    expect(state).toBe(before)
    expect(events).toHaveLength(1)
    expect(events[0]?.kind).toBe('store.read')
    expect(events[0]?.data).toEqual({ key: 'k1', found: 'completed', differs: false })
  })

  it('tells that the payload differs', () => {
    const { result, event } = doing(operation, { store: { [NAME]: record({ fingerprint: other }) } })
    expect(result).toEqual({ differs: true, running: true, answer: undefined })
    expect(event?.data).toEqual({ key: 'k1', found: 'processing', differs: true })
  })

  it(`is ${instance === null ? 'always in the shared database' : 'in a memory of its own where each has one'}`, () => {
    const { store } = doing(operation, OWN)
    const name = instance === null ? NAME : `${NAME}@0`
    expect(store).toEqual({ [name]: { ...written, instance } })
  })
})

describe('store.setNX', () => {
  it('writes the status it is given', () => {
    const { store } = doing({ name: 'store.setNX', key: 'k1', status: 'inserted' })
    expect(store[NAME]?.status).toBe('inserted')
  })
})

describe('store.save', () => {
  it.each([
    ['a charge', ROW, 201],
    ['a decline', DECLINED, 402],
    ['an error', FAILED, 500],
  ])('saves the answer to %s in place of the claim, for the time to live', (_, row, status) => {
    const { result, store, events } = doing(
      { name: 'store.save', key: 'k1', row },
      { store: { [NAME]: record() } },
    )
    expect(result).toBeUndefined()
    expect(store).toEqual({ [NAME]: record({ status: 'completed', life: 'ttl', answer: answer(row) }) })
    expect(events.map(event => event.data)).toEqual([{ key: 'k1', status: 'completed', saved: status }])
    expect(events[0]?.marks).toEqual(['worker 0', `record ${NAME}`])
  })

  it('forgets the key with an error where a retry is to run again', () => {
    const { result, store, events } = doing(
      { name: 'store.save', key: 'k1', row: FAILED },
      { settings: { errorReplay: 'run-again' }, store: { [NAME]: record(), other: record() } },
    )
    expect(result).toBeUndefined()
    expect(Object.keys(store)).toEqual(['other'])
    expect(events.map(event => [event.kind, event.data])).toEqual([
      ['store.written', { key: 'k1', status: 'forgotten' }],
    ])
  })

  it.each([ROW, DECLINED])('saves what is no error also where a retry of an error runs again', row => {
    const where = { settings: { errorReplay: 'run-again' } } as const
    expect(doing({ name: 'store.save', key: 'k1', row }, where).store[NAME]?.answer).toEqual(answer(row))
  })

  it('saves into and forgets from the memory of its own instance', () => {
    const store = { [NAME]: record(), [`${NAME}@1`]: record({ instance: 1 }) }
    const savedThere = doing({ name: 'store.save', key: 'k1', row: ROW }, { ...OWN, worker: 1, store })
    expect(savedThere.store[`${NAME}@1`]).toEqual(record({ ...saved, instance: 1 }))
    expect(savedThere.store[NAME]).toEqual(record())
    const settings = { memory: 'per-instance', errorReplay: 'run-again' } as const
    const forgot = doing({ name: 'store.save', key: 'k1', row: FAILED }, { settings, worker: 1, store })
    expect(Object.keys(forgot.store)).toEqual([NAME])
  })
})

describe('a lock', () => {
  const LOCK = `${NAME}/lock`
  const held = record({ status: 'locked', life: 'lease', owner: 'p1.a1.request' })
  const second = request({ id: 'p1.a2.request', attempt: 2 })

  it('is had where it is free: a lease beside the record, owned by the request', () => {
    const { result, store, events } = doing(
      { name: 'store.lock', key: 'k1' },
      { store: { [NAME]: record() } },
    )
    expect(result).toBe(true)
    expect(store).toEqual({ [NAME]: record(), [LOCK]: held })
    expect(events.map(event => [event.kind, event.data])).toEqual([
      ['store.written', { key: 'k1', status: 'locked' }],
    ])
    expect(events[0]?.marks).toEqual(['worker 0', `record ${LOCK}`])
  })

  it('is not had where another has it', () => {
    const { before, state, result, events } = doing(
      { name: 'store.lock', key: 'k1' },
      { store: { [LOCK]: held }, message: second },
    )
    expect(result).toBe(false)
    expect(state).toBe(before)
    expect(events.map(event => [event.kind, event.data])).toEqual([
      ['store.read', { key: 'k1', found: 'locked' }],
    ])
  })

  it('is released by its owner, and nothing else with it', () => {
    const { result, store, events } = doing(
      { name: 'store.unlock', key: 'k1' },
      { store: { [NAME]: record(), [LOCK]: held } },
    )
    expect(result).toBeUndefined()
    expect(store).toEqual({ [NAME]: record() })
    expect(events.map(event => [event.kind, event.data])).toEqual([
      ['store.written', { key: 'k1', status: 'unlocked' }],
    ])
  })

  it('is not released by one that no longer has it', () => {
    const { before, state, events } = doing(
      { name: 'store.unlock', key: 'k1' },
      { store: { [LOCK]: held }, message: second },
    )
    expect(state).toBe(before)
    expect(events.map(event => [event.kind, event.data])).toEqual([
      ['store.written', { key: 'k1', status: 'not ours' }],
    ])
  })

  it('is not there to be released once its lease is over', () => {
    const { before, state, event } = doing({ name: 'store.unlock', key: 'k1' })
    expect(state).toBe(before)
    expect(event?.data).toEqual({ key: 'k1', status: 'not ours' })
  })

  it('is one of each instance where each has a memory of its own', () => {
    const where = { ...OWN, worker: 1, store: { [LOCK]: held, [`${LOCK}@0`]: held } }
    const { result, store } = doing({ name: 'store.lock', key: 'k1' }, where)
    expect(result).toBe(true)
    expect(store[`${LOCK}@1`]).toEqual({ ...held, instance: 1 })
    const unlocked = doing({ name: 'store.unlock', key: 'k1' }, { ...where, store })
    expect(Object.keys(unlocked.store)).toEqual([LOCK, `${LOCK}@0`])
  })
})

describe('an operation on a key', () => {
  it('is refused to a request without one', () => {
    const where = { message: request({ key: null }) }
    expect(() => doing({ name: 'store.get', key: '' }, where)).toThrow(
      'This strategy runs only for requests with a key.',
    )
  })
})
