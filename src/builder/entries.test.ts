import { describe, expect, it } from 'vitest'
import { addressProblem, titleProblem } from './entries.ts'

describe('the address of a single file', () => {
  it.each([
    'standalone.html',
    'week-3/standalone.html',
    '../files/a(1).html',
    '/files/standalone.html',
    'https://example.org/standalone.html',
    ' https://example.org/standalone.html ',
  ])('may be %s', address => {
    expect(addressProblem(address)).toBe('')
  })

  it.each([
    ['', /Say where/],
    ['file:///home/ada/standalone.html', /your own computer/],
    ['C:\\Users\\ada\\standalone.html', /your own computer/],
    ['javascript:alert(1)', /begins with https/],
    ['https://example.org', /begins with https/],
    ['data:text/html,x', /begins with https/],
    ['a.html?seed=7', /ends with/],
    ['my file.html', /no spaces/],
  ])('may not be %s', (address, why) => {
    expect(addressProblem(address)).toMatch(why)
  })
})

describe('a title', () => {
  it('is some words', () => {
    expect(titleProblem('Week 3: "paid" & charged')).toBe('')
    expect(titleProblem('  ')).toMatch(/screen reader/)
    expect(titleProblem('a'.repeat(121))).toMatch(/120/)
  })
})
