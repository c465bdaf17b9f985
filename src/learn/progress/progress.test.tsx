import { beforeEach, describe, expect, it } from 'vitest'
import { forgetProgress, keepChallenge, keepQuiz, keepTried, progress } from './progress.ts'
import { progressFrom } from './read.ts'

const KEY = 'double-charge-simulator.progress'
const TRIED = { predicted: null, sure: null, seen: null, happened: { 'How many times?': '2' } }
const stored = () => progressFrom(JSON.parse(window.localStorage.getItem(KEY) ?? 'null'))

describe('progress', () => {
  beforeEach(forgetProgress)

  it('is kept on the device, and forgotten there too', () => {
    keepTried('networks.ghost', TRIED)
    expect(stored().tried['networks.ghost']).toEqual(TRIED)
    forgetProgress()
    expect(window.localStorage.getItem(KEY)).toBeNull()
  })

  it('leaves what another page has kept meanwhile', () => {
    keepTried('networks.ghost', TRIED)
    window.localStorage.setItem(
      KEY,
      JSON.stringify({ tried: { 'methods.ten-times': TRIED }, challenges: { once: '#/' }, quiz: {} }),
    )
    keepChallenge('twice', '?run=1.x#/')
    expect(Object.keys(stored().tried).sort()).toEqual(['methods.ten-times', 'networks.ghost'])
    expect(Object.keys(stored().challenges).sort()).toEqual(['once', 'twice'])
  })

  it('has of the quiz the answer that was given first', () => {
    keepQuiz('new-uuid', { answer: 'once', sure: 'guess' })
    keepQuiz('new-uuid', { answer: 'twice', sure: 'certain' })
    expect(progress.getState().quiz['new-uuid']).toEqual({ answer: 'once', sure: 'guess' })
  })
})
