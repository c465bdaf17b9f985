/** What a key asks for in presenter mode. */
export type Command = 'next' | 'previous' | 'first' | 'last' | 'black' | 'white' | 'full' | 'keys' | 'escape'

interface KeyRow {
  readonly command: Command
  /** As the list of keys shows them. */
  readonly shown: readonly string[]
  /** By `KeyboardEvent.key`, letters small. */
  readonly keys: readonly string[]
  readonly does: string
}

/**
 * Every key. Remote controls are keyboards: Logitech's R400 and R800 send Page Down, Page Up and the full stop; their
 * start button sends F5 and Escape in turn, so that F5 stays the browser's and Escape alone leaves nothing.
 */
export const KEYS: readonly KeyRow[] = [
  {
    command: 'next',
    shown: ['→', 'Page Down', 'Space', 'Enter'],
    keys: ['ArrowRight', 'PageDown', ' ', 'Enter'],
    does: 'Next: plays to the next moment; again while it plays: there at once',
  },
  {
    command: 'previous',
    shown: ['←', 'Page Up'],
    keys: ['ArrowLeft', 'PageUp'],
    does: 'Previous moment, at once',
  },
  { command: 'first', shown: ['Home'], keys: ['Home'], does: 'First moment of the chapter' },
  { command: 'last', shown: ['End'], keys: ['End'], does: 'Last moment of the chapter' },
  { command: 'black', shown: ['B', '.'], keys: ['b', '.'], does: 'Blank screen, black; again to go on' },
  { command: 'white', shown: ['W', ','], keys: ['w', ','], does: 'Blank screen, white; again to go on' },
  { command: 'full', shown: ['F'], keys: ['f'], does: 'Full screen' },
  { command: 'keys', shown: ['?'], keys: ['?'], does: 'This list' },
  { command: 'escape', shown: ['Esc'], keys: ['Escape'], does: 'Ends the blank screen, or offers to leave' },
]

/** Buttons and links use these themselves; with nothing focused they are free. */
const PRESSING = [' ', 'Enter']

const FIELDS =
  'input, select, textarea, [contenteditable]:not([contenteditable="false"]), [role="slider"], [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"], [role="radiogroup"]'

const PRESSABLE = 'a[href], button, summary, [role="button"], [role="switch"], [role="tab"], [tabindex="0"]'

type Press = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>

/**
 * What a pressed key asks for, or null where it belongs to somebody else: to the field that has the focus, to the
 * browser with a modifier key, or to whoever has dealt with it already.
 *
 * @param target the element that has the focus
 * @param characters whether keys of a single character count (WCAG 2.1.4 wants them to be turned off)
 */
export function commandOf(press: Press, target: Element | null, characters: boolean): Command | null {
  const { key, shiftKey } = press
  if (press.defaultPrevented || press.repeat || press.isComposing) return null
  if (press.altKey || press.ctrlKey || press.metaKey) return null
  if (target?.closest(FIELDS)) return null
  if (PRESSING.includes(key) && target?.closest(PRESSABLE)) return null
  const isCharacter = key.length === 1 && key !== ' '
  if (isCharacter && !characters) return null
  // Some characters need Shift on some keyboards; no other key does.
  if (shiftKey && !isCharacter) return null
  return KEYS.find(({ keys }) => keys.includes(isCharacter ? key.toLowerCase() : key))?.command ?? null
}
