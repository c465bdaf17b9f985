import { describe, expect, it } from 'vitest'
import { parseMessage } from './parse-message.ts'

const addressed = { target: 'double-charge-simulator', v: 1 }
const pay = { ...addressed, type: 'command', command: 'pay' }

describe('parseMessage', () => {
  it('takes what section 4 of the contract says', () => {
    expect(parseMessage({ ...addressed, type: 'hello' })).toEqual({ type: 'hello', id: undefined })
    expect(parseMessage({ ...addressed, type: 'subscribe', id: 7 })).toEqual({ type: 'subscribe', id: 7 })
    expect(parseMessage(pay)).toEqual({ type: 'command', id: undefined, command: 'pay', args: [] })
    // A copy of an object keeps what is undefined in it.
    expect(parseMessage({ ...pay, id: undefined, args: undefined })).toEqual(parseMessage(pay))
    expect(parseMessage({ ...pay, id: 'a', args: [1], more: true })).toEqual({
      type: 'command',
      id: 'a',
      command: 'pay',
      args: [1],
    })
  })

  const malformed: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', JSON.stringify(pay)],
    ['a list', [pay]],
    ['a map', new Map(Object.entries(pay))],
    ['an object of a class', Object.assign(new (class {})(), pay)],
    ['properties that are only inherited', Object.create(pay)],
    ['another target', { ...pay, target: 'double-charge' }],
    ['no target', { ...pay, target: undefined }],
    ['another version', { ...pay, v: 2 }],
    ['a version as text', { ...pay, v: '1' }],
    ['an unknown type', { ...pay, type: 'ready' }],
    ['a type that objects have', { ...pay, type: 'toString' }],
    ['an object as id', { ...pay, id: {} }],
    ['null as id', { ...pay, id: null }],
    ['no number as id', { ...pay, id: Number.NaN }],
    ['no command', { ...pay, command: undefined }],
    ['a list as command', { ...pay, command: ['pay'] }],
    ['an object as args', { ...pay, args: { length: 0 } }],
    ['null as args', { ...pay, args: null }],
    ['a text as args', { ...pay, args: 'abc' }],
    ['a target in a prototype by JSON', JSON.parse(`{"__proto__":${JSON.stringify(pay)}}`)],
  ]
  it.each(malformed)('ignores %s', (_, data) => {
    expect(parseMessage(data)).toBeNull()
  })
})
