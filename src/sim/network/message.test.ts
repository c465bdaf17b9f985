import { describe, expect, it } from 'vitest'
import { isMessageId, messageId } from './message.ts'

describe('a message id', () => {
  it('names payment, attempt and direction', () => {
    expect(messageId(1, 2, 'request')).toBe('p1.a2.request')
    expect(messageId(250, 20, 'response')).toBe('p250.a20.response')
  })

  it.each(['p1.a1.request', 'p250.a20.response'])('may be %s', text => {
    expect(isMessageId(text)).toBe(true)
  })

  it.each([
    '',
    'p1',
    'p0.a1.request',
    'p1.a0.request',
    'p01.a1.request',
    'p1.a1.reply',
    'p1.a1.request ',
    'x.p1.a1.request',
    'p12345.a1.request',
    'p1xa1xrequest',
    1,
    null,
  ])('is not %j', text => {
    expect(isMessageId(text)).toBe(false)
  })
})
