import { ownAddress } from '../address.ts'
import type { Progress } from '../progress/progress.ts'
import { CHALLENGES } from '../simulator/challenges.ts'
import { Part } from './Part.tsx'
import { PrintedLink } from './Printable.tsx'
import styles from './Report.module.css'

/** The challenges that were met, each with the run that met it. */
export function ChallengesMet({ challenges }: { challenges: Progress['challenges'] }) {
  const met = Object.entries(challenges)
  return (
    <Part title="Challenges met" empty="No challenge yet: chapter 4 has them.">
      {met.length > 0 ? (
        <ul className={styles.list}>
          {met.map(([id, kept]) => {
            const address = ownAddress(kept)
            const name = CHALLENGES.find(challenge => challenge.id === id)?.goal ?? inWords(id)
            return <li key={id}>{address ? <PrintedLink href={address}>{name}</PrintedLink> : name}</li>
          })}
        </ul>
      ) : null}
    </Part>
  )
}

/** The id of a challenge there no longer is, as words: `one-charge` as “One charge”. */
function inWords(id: string): string {
  const words = id.replace(/^.*\./, '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
