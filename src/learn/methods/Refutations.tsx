import { judge, type Quality, sampleOf } from '../../sim/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { CELLS, type Claims, type Row } from './cells.ts'
import styles from './Refutations.module.css'
import { TRIALS_ID } from './Trials.tsx'
import type { Sender } from './use-sender.ts'
import { nameOf, reasonOf } from './words.ts'

interface RefutationsProps {
  wrong: readonly { readonly row: Row; readonly column: Quality; readonly name: string }[]
  /** Whether anything has been checked. */
  all: boolean
  claims: Claims
  sender: Sender
}

/** For each claim that does not agree the run that refutes it, and the way to run it. */
export function Refutations({ wrong, all, claims, sender }: RefutationsProps) {
  if (!all) return null
  const isWhole = CELLS.every(({ name }) => claims[name])
  if (wrong.length === 0)
    return (
      <Notice tone="safe" short="The table">
        {isWhole
          ? 'All of it agrees with what happened. And a server that sends a mail at every GET would break it: a method promises, a server has to keep it.'
          : 'So far all agrees with what happened.'}
      </Notice>
    )
  return (
    <ul className={styles.list} aria-label="What refutes it">
      {wrong.map(({ row, column, name }) => {
        const { holds, trial, runs } = judge(row, column)
        const said = claims[name] === 'yes' ? 'is' : 'is not'
        return (
          <li key={name} className={styles.item}>
            <p>
              <b>
                “{row} {said} {column}.”
              </b>{' '}
              {reasonOf(column, holds, trial, runs, nameOf(sampleOf(trial.sample)))}
            </p>
            <Button
              icon="play"
              onClick={() => {
                sender.send(trial)
                document.getElementById(TRIALS_ID)?.focus()
              }}
            >
              Run it
              <VisuallyHidden>: {nameOf(sampleOf(trial.sample))}</VisuallyHidden>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
