import { useState } from 'react'
import { useSimulator } from '../store/react.tsx'
import type { Command } from './keys.ts'
import { useKeys } from './use-keys.ts'
import type { Talk } from './use-talk.ts'

type Colour = 'black' | 'white'

/** What of presenter mode is open, and the keys that open and turn it. */
export function usePresenting(talk: Talk) {
  const simulator = useSimulator()
  const [characters, setCharacters] = useState(true)
  const [blank, setColour] = useState<Colour | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const [offersToLeave, setOffersToLeave] = useState(false)
  const setBlank = (colour: Colour | null) => {
    setColour(colour)
    // What happens behind it would have been missed.
    simulator.pause()
    simulator.announce(colour ? BLANKED : 'The screen is shown again.')
  }
  const onFull = document.fullscreenEnabled ? () => void toggleFull().catch(refuse) : undefined
  const refuse = () => simulator.announce('Full screen is refused here.')
  const leaveWhatIsOpen = () => {
    if (showsKeys) setShowsKeys(false)
    else setOffersToLeave(!offersToLeave)
  }
  const commands: Readonly<Record<Command, (() => void) | undefined>> = {
    next: talk.next,
    previous: talk.previous,
    first: talk.first,
    last: talk.last,
    black: () => setBlank('black'),
    white: () => setBlank('white'),
    full: onFull,
    keys: () => setShowsKeys(!showsKeys),
    escape: leaveWhatIsOpen,
  }
  useKeys(characters, command => {
    // Whoever goes on has not meant to leave.
    if (command !== 'escape') setOffersToLeave(false)
    if (blank === null) commands[command]?.()
    else if (ENDS_BLANK.includes(command)) setBlank(null)
  })
  return {
    blank,
    setBlank,
    characters,
    onCharacters: setCharacters,
    showsKeys,
    onKeys: setShowsKeys,
    offersToLeave,
    onStay: () => setOffersToLeave(false),
    onFull,
  }
}

const BLANKED = 'The screen is blank. Press B to show it again.'

/** The other colour ends it, too: who gropes for a key wants the screen back. */
const ENDS_BLANK: readonly Command[] = ['next', 'previous', 'black', 'white', 'escape']

async function toggleFull(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await document.documentElement.requestFullscreen()
}
