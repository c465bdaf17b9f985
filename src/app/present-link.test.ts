import { expect, it } from 'vitest'
import { presentLink } from './present-link.ts'

it('a run is presented by its link, an empty one as the talk there is', () => {
  const link = 'https://example.org/sub/?seed=7&start=paused&run=1.aB-_#/twin'
  expect(presentLink(link, true)).toBe(
    'https://example.org/sub/?seed=7&start=paused&run=1.aB-_&presenter=1#/twin',
  )
  expect(presentLink(link.replace('#/twin', '#/learn/networks'), true)).toBe(
    'https://example.org/sub/?seed=7&start=paused&run=1.aB-_&presenter=1',
  )
  expect(presentLink(link, false)).toBe('https://example.org/sub/?seed=7&start=paused&presenter=1#/twin')
})
