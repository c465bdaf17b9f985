import { describe, expect, it } from 'vitest'
import type { Choice } from '../choice.ts'
import { Agenda } from './agenda.ts'

const step: Choice = { kind: 'step', worker: 0 }
const restart: Choice = { kind: 'restart', worker: 1 }
const endOf = (record: string): Choice => ({ kind: 'expire', record })

/** An hour: after that no input comes. */
const LAST_INPUT_MS = 3_600_000

describe('an agenda', () => {
  it('has nothing to wait for and nothing to give while it is empty', () => {
    const agenda = new Agenda()
    expect([agenda.nextAt, agenda.take()]).toEqual([Number.POSITIVE_INFINITY, undefined])
  })

  it('gives the wishes by time', () => {
    const agenda = new Agenda()
    agenda.add(20, step)
    agenda.add(10, restart)
    expect([agenda.nextAt, agenda.take(), agenda.nextAt, agenda.take()]).toEqual([10, restart, 20, step])
  })

  it('gives the end of a record before everything else of its time, in whatever order they came', () => {
    const agenda = new Agenda()
    agenda.add(10, step)
    agenda.add(10, endOf('a'))
    agenda.add(10, restart)
    agenda.add(10, endOf('b'))
    agenda.add(9, restart)
    const taken = Array.from({ length: 5 }, () => agenda.take())
    expect(taken).toEqual([restart, endOf('a'), endOf('b'), step, restart])
  })

  it('puts the end of a record off when it is written anew', () => {
    const agenda = new Agenda()
    agenda.add(10, endOf('a'))
    agenda.add(10, endOf('b'))
    agenda.add(20, endOf('a'))
    const taken = Array.from({ length: 3 }, () => [agenda.nextAt, agenda.take()])
    expect(taken).toEqual([
      [10, undefined],
      [10, endOf('b')],
      [20, endOf('a')],
    ])
  })

  it('brings the end of a record forward when it is to live shorter', () => {
    const agenda = new Agenda()
    agenda.add(20, endOf('a'))
    agenda.add(10, endOf('a'))
    expect([agenda.take(), agenda.take()]).toEqual([endOf('a'), undefined])
  })

  it('waits for an end at the time of the last input, and for none after it', () => {
    const agenda = new Agenda()
    agenda.add(LAST_INPUT_MS, endOf('a'))
    agenda.add(LAST_INPUT_MS + 1, endOf('b'))
    expect(agenda.nextAt).toBe(LAST_INPUT_MS)
    expect(agenda.take()).toEqual(endOf('a'))
    expect(agenda.nextAt).toBe(Number.POSITIVE_INFINITY)
  })

  it('does not take an end that was put off for something to wait for', () => {
    const agenda = new Agenda()
    agenda.add(10, endOf('a'))
    agenda.add(LAST_INPUT_MS + 1, endOf('a'))
    agenda.take()
    expect(agenda.nextAt).toBe(Number.POSITIVE_INFINITY)
  })

  it('comes to a late end on the way to something else', () => {
    const agenda = new Agenda()
    agenda.add(LAST_INPUT_MS + 1, endOf('a'))
    agenda.add(LAST_INPUT_MS + 2, step)
    agenda.add(LAST_INPUT_MS + 3, endOf('b'))
    expect([agenda.nextAt, agenda.take()]).toEqual([LAST_INPUT_MS + 1, endOf('a')])
    expect([agenda.nextAt, agenda.take()]).toEqual([LAST_INPUT_MS + 2, step])
    expect(agenda.nextAt).toBe(Number.POSITIVE_INFINITY)
  })
})
