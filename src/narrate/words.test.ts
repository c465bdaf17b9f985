import { describe, expect, it } from 'vitest'
import {
  duration,
  lossInWords,
  money,
  ordinal,
  percent,
  seconds,
  shortKey,
  shortMoney,
  statusLine,
  times,
} from './words.ts'

describe('money', () => {
  it.each([
    [0, '$0.00', '$0'],
    [1, '$0.01', '$0.01'],
    [10_000, '$100.00', '$100'],
    [10_050, '$100.50', '$100.50'],
    [100_000, '$1,000.00', '$1,000'],
    [99_999_999, '$999,999.99', '$999,999.99'],
    [-5, '−$0.05', '−$0.05'],
    [-10_000, '−$100.00', '−$100'],
    [-123_456_789, '−$1,234,567.89', '−$1,234,567.89'],
  ])('of %d minor units is %s, in short %s', (minor, long, short) => {
    expect(money(minor)).toBe(long)
    expect(shortMoney(minor)).toBe(short)
  })
})

it.each([
  [0, '0.0 s'],
  [99.9, '0.0 s'],
  [100, '0.1 s'],
  [4699, '4.6 s'],
  [3_600_000, '3600.0 s'],
])('%d ms are %s', (ms, text) => {
  expect(seconds(ms)).toBe(text)
})

it.each([
  [0, '0 ms'],
  [900, '900 ms'],
  [1000, '1 s'],
  [2550, '2.55 s'],
  [60_000, '1 min'],
  [330_000, '5.5 min'],
  [3_600_000, '1 h'],
  [86_400_000, '24 h'],
])('a duration of %d ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text)
})

it.each([
  [0, 'never', ''],
  [1, 'once', 'a first'],
  [2, 'twice', 'a second'],
  [3, '3 times', 'a third'],
  [4, '4 times', 'a 4th'],
  [8, '8 times', 'an 8th'],
  [11, '11 times', 'an 11th'],
  [18, '18 times', 'an 18th'],
  [20, '20 times', 'a 20th'],
])('%d is said %s, and %s', (count, often, nth) => {
  expect(times(count)).toBe(often)
  if (count > 0) expect(ordinal(count)).toBe(nth)
})

it.each([
  [0, '0%'],
  [0.5, '50%'],
  [0.125, '12.5%'],
  [0.3333, '33.3%'],
  [0.29, '29%'],
  [1, '100%'],
])('a probability of %d is %s', (probability, text) => {
  expect(percent(probability)).toBe(text)
})

it.each([
  [0, 'Every answer arrives.'],
  [0.25, '25% of all answers never arrive.'],
  [0.5, 'Half of all answers never arrive.'],
  [1, 'No answer ever arrives.'],
])('a drop rate of %d is said: %s', (probability, text) => {
  expect(lossInWords(probability)).toBe(text)
})

it('a status has its reason, where it is one of ours', () => {
  expect([200, 201, 400, 402, 409, 422, 429, 500, 503].map(statusLine)).toEqual([
    '200 OK',
    '201 Created',
    '400 Bad Request',
    '402 Payment Required',
    '409 Conflict',
    '422 Unprocessable Content',
    '429 Too Many Requests',
    '500 Internal Server Error',
    '503',
  ])
})

it('a key is told by its first eight digits', () => {
  expect(shortKey('d9e8f7a6-0000-4000-8000-000000000000')).toBe('d9e8f7a6…')
})
