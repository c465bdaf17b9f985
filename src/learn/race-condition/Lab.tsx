import { useState } from 'react'
import { Heading } from '../../ui/Heading.tsx'
import { CommandLine } from './CommandLine.tsx'
import styles from './Lab.module.css'
import { Race } from './Race.tsx'
import { ROUNDS } from './rounds.ts'
import { ScriptLab } from './ScriptLab.tsx'

/** The race, chosen step by step; the script that ends it, on a real Lua; and the lock that is two commands. */
export function Lab() {
  const [round, setRound] = useState(ROUNDS[0])
  return (
    <>
      <Heading level={3} className={styles.part}>
        You say who goes next
      </Heading>
      {round && <Race round={round} onRound={setRound} />}
      <Heading level={3} className={styles.part}>
        The script, on a real Lua
      </Heading>
      <ScriptLab />
      <Heading level={3} className={styles.part}>
        One command or two
      </Heading>
      <CommandLine />
    </>
  )
}
