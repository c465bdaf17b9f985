import { Chip } from '../../ui/Chip.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ownAddress } from '../address.ts'
import styles from './Challenges.module.css'
import { CHALLENGES, type Challenge } from './challenges.ts'
import { type Met, useChallenges } from './use-challenges.ts'

/** Things to bring about. Each run that is watched to its end is judged, however it was made. */
export function Challenges() {
  const met = useChallenges()
  const count = CHALLENGES.filter(({ id }) => met[id]).length
  return (
    <Sheet heading="Challenges" level={3} note={`${count} of ${CHALLENGES.length} met`}>
      <p className={styles.lead}>
        The checkers judge each run when nothing more will happen. A setting alone meets none of them.
      </p>
      <ul className={styles.cards}>
        {CHALLENGES.map(challenge => (
          <Card key={challenge.id} challenge={challenge} met={met[challenge.id]} />
        ))}
      </ul>
    </Sheet>
  )
}

function Card({ challenge: { id, goal, hint }, met }: { challenge: Challenge; met: Met | undefined }) {
  const address = met && ownAddress(met.address)
  return (
    <li className={styles.card} data-challenge={id} data-met={met !== undefined}>
      <p className={styles.goal}>
        {goal}{' '}
        <Chip tone={met ? 'safe' : 'plain'} icon={met ? 'check' : undefined}>
          {met ? 'met' : 'open'}
        </Chip>
      </p>
      {met && (
        <p className={styles.by}>
          {met.by && <>{met.by} </>}
          {address && (
            <a href={address} className={styles.run}>
              <Icon name="play" size={12} /> See the run that met it
            </a>
          )}
        </p>
      )}
      <Disclosure label="Hint">
        <p className={styles.hint}>{hint}</p>
      </Disclosure>
    </li>
  )
}
