import type { ReactNode } from 'react'
import type { ConsumerName, QueueState } from '../../sim/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import styles from './QueuePlaces.module.css'
import { often } from './queue-words.ts'

/** Where the message is, what the consumers do, and what is stored: from the queue on the left to the ledger. */
export function QueuePlaces({ state }: { state: QueueState }) {
  return (
    <dl className={styles.places}>
      <Place name="Queue">
        <Message place={state.place} />
        <dd className={styles.note}>{often('delivered', state.deliveries)}</dd>
      </Place>
      <Worker name="A" state={state} />
      <Worker name="B" state={state} />
      <Ledger state={state} />
    </dl>
  )
}

function Place({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.place}>
      <dt>{name}</dt>
      {children}
    </div>
  )
}

function Message({ place }: { place: QueueState['place'] }) {
  if (place === 'deleted') return <dd className={styles.empty}>empty</dd>
  const isHidden = place === 'in-flight'
  return (
    <dd>
      <Chip tone={isHidden ? 'plain' : 'way'} icon={isHidden ? 'clock' : undefined} className={styles.token}>
        {isHidden ? 'payment 1, invisible' : 'payment 1, waiting'}
      </Chip>
    </dd>
  )
}

const STAGES = {
  received: 'has received it',
  new: 'has not found its id',
  noted: 'has noted its id',
  charged: 'has charged the card',
  done: 'is done, not acknowledged yet',
} as const

function Worker({ name, state: { consumers } }: { name: ConsumerName; state: QueueState }) {
  const at = consumers[name]
  return (
    <Place name={`Consumer ${name}`}>
      {at ? (
        <>
          <dd>
            <Chip tone="way" className={styles.token}>
              payment 1, delivery {at.delivery}
            </Chip>
          </dd>
          <dd className={styles.note}>{STAGES[at.stage]}</dd>
        </>
      ) : (
        <dd className={styles.empty}>idle</dd>
      )}
    </Place>
  )
}

/** Every charge by its delivery; the first was meant, the others were not. */
function Ledger({ state: { charges, dedup, isNoted } }: { state: QueueState }) {
  return (
    <Place name="Ledger">
      {charges.length === 0 && <dd className={styles.empty}>no charge</dd>}
      {charges.map((delivery, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a charge is known by its place.
        <dd key={index}>
          <Chip tone={index === 0 ? 'safe' : 'lost'} icon={index === 0 ? 'check' : 'warning'}>
            {index === 0 ? 'charged' : 'again'}, delivery {delivery}
          </Chip>
        </dd>
      ))}
      {dedup !== 'none' && <dd className={styles.note}>{isNoted ? 'id noted' : 'id not noted'}</dd>}
    </Place>
  )
}
