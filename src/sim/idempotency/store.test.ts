import { describe, expect, it } from 'vitest'
import { opening } from '../testing/request.ts'
import { type IdempotencyRecord, KEY_LENGTH } from './record.ts'
import { recordName, recordsOf, withoutRecords, withRecord } from './store.ts'

const record = (key: string, status: IdempotencyRecord['status'] = 'completed'): IdempotencyRecord => ({
  key,
  instance: null,
  status,
  fingerprint: '{}',
  life: 'ttl',
})

describe('a key', () => {
  it('has 1 to 255 characters', () => {
    expect(KEY_LENGTH).toEqual({ min: 1, max: 255 })
  })
})

describe('the name of a record', () => {
  const place = { scope: '50 POST /v1/payments', key: 'k1', instance: null }

  it('says scope and key where the memory is shared', () => {
    expect(recordName(place)).toBe('50 POST /v1/payments k1')
  })

  it('says whose memory it is in, also the first one’s', () => {
    expect(recordName({ ...place, instance: 0 })).toBe('50 POST /v1/payments k1@0')
    expect(recordName({ ...place, instance: 1 })).toBe('50 POST /v1/payments k1@1')
  })

  it('tells a lock from the record it locks', () => {
    expect(recordName({ ...place, lock: true })).toBe('50 POST /v1/payments k1/lock')
    expect(recordName({ ...place, lock: true, instance: 1 })).toBe('50 POST /v1/payments k1/lock@1')
    expect(recordName({ ...place, lock: false })).toBe('50 POST /v1/payments k1')
  })
})

describe('the store', () => {
  const empty = opening()
  const one = withRecord(empty, 'a', record('k1', 'processing'))
  const three = withRecord(withRecord(one, 'b', record('k2')), 'c', record('k1'))

  it('takes a record in beside those it has, and leaves the state before as it was', () => {
    expect(empty.store).toEqual({})
    expect(one.store).toEqual({ a: record('k1', 'processing') })
    expect(Object.keys(three.store)).toEqual(['a', 'b', 'c'])
    expect(three.store.a).toBe(one.store.a)
  })

  it('writes a record anew under its name', () => {
    const again = withRecord(three, 'a', record('k1', 'completed'))
    expect(again.store).toEqual({ a: record('k1'), b: record('k2'), c: record('k1') })
    expect(three.store.a?.status).toBe('processing')
  })

  it('gives all records of a key, in the order in which they were written', () => {
    expect(recordsOf(three, 'k1')).toEqual([record('k1', 'processing'), record('k1')])
    expect(recordsOf(three, 'k2')).toEqual([record('k2')])
    expect(recordsOf(three, 'k')).toEqual([])
  })

  it('lets go of the named records, and of no other', () => {
    const left = withoutRecords(three, ['a', 'c', 'unknown'])
    expect(left.store).toEqual({ b: record('k2') })
    expect(Object.keys(three.store)).toHaveLength(3)
  })

  it('is the very same when there is nothing to let go of', () => {
    expect(withoutRecords(three, [])).toBe(three)
  })

  it('changes nothing else of the state', () => {
    const { store: _, ...rest } = withoutRecords(three, ['a'])
    const { store: __, ...before } = empty
    expect(rest).toEqual(before)
  })
})
