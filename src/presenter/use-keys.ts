import { useEffect, useRef } from 'react'
import { type Command, commandOf } from './keys.ts'

/** Hands on what the keys ask for, wherever on the page the focus is. */
export function useKeys(characters: boolean, onCommand: (command: Command) => void): void {
  const callback = useRef(onCommand)
  callback.current = onCommand
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event, event.target instanceof Element ? event.target : null, characters)
      if (!command) return
      event.preventDefault()
      callback.current(command)
    }
    document.addEventListener('keydown', press)
    document.addEventListener('pointerup', letGo)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('pointerup', letGo)
    }
  }, [characters])
}

/** A slider that was dragged would keep the keys of the remote control to itself. */
function letGo({ target }: PointerEvent): void {
  if (target instanceof HTMLInputElement && target.type === 'range') target.blur()
}
