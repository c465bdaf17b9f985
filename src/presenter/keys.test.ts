import { describe, expect, it } from 'vitest'
import { type Command, commandOf, KEYS } from './keys.ts'

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
})
const asked = (key: string, more?: Partial<KeyboardEvent>, characters = true) =>
  commandOf(press(key, more), null, characters)

/** As the browser names the keys. PageDown, PageUp and the full stop are what remote controls send. */
const COMMANDS: readonly [Command, string[]][] = [
  ['next', ['ArrowRight', 'PageDown', ' ', 'Enter']],
  ['previous', ['ArrowLeft', 'PageUp']],
  ['first', ['Home']],
  ['last', ['End']],
  ['black', ['b', 'B', '.']],
  ['white', ['w', 'W', ',']],
  ['full', ['f', 'F']],
  ['keys', ['?']],
  ['escape', ['Escape']],
]

describe('a key', () => {
  it.each(COMMANDS)('asks for %s', (command, keys) => {
    expect(keys.map(key => asked(key))).toEqual(keys.map(() => command))
  })

  it('is on the list with all that there are', () => {
    const small = COMMANDS.map(([command, keys]) => [command, keys.filter(key => !/^[A-Z]$/.test(key))])
    expect(KEYS.map(({ command, keys }) => [command, keys])).toEqual(small)
  })

  it.each(['F5', 'Tab', 'ArrowUp', 'ArrowDown', 'a', 'F11', '1'])('%s is left to the browser', key => {
    expect(asked(key)).toBeNull()
  })

  const others: Partial<KeyboardEvent>[] = [
    { altKey: true },
    { ctrlKey: true },
    { metaKey: true },
    { repeat: true },
    { isComposing: true },
    { defaultPrevented: true },
  ]
  it.each(others)('is not asked with %o', more => {
    expect(['PageDown', 'b', '.', 'Escape', 'Enter'].map(key => asked(key, more))).toEqual(
      Array(5).fill(null),
    )
  })

  it('with Shift is a character only where it is one', () => {
    expect(['?', 'B', 'ArrowRight', ' ', 'Home'].map(key => asked(key, { shiftKey: true }))).toEqual([
      'keys',
      'black',
      null,
      null,
      null,
    ])
  })

  it('of a single character is turned off with them; the others go on', () => {
    const left = COMMANDS.flatMap(([, keys]) => keys).filter(key => asked(key, {}, false) !== null)
    expect(left).toEqual([
      'ArrowRight',
      'PageDown',
      ' ',
      'Enter',
      'ArrowLeft',
      'PageUp',
      'Home',
      'End',
      'Escape',
    ])
  })
})
