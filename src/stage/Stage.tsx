import { Bank } from './Bank.tsx'
import { Phone } from './Phone.tsx'
import styles from './Stage.module.css'
import { Truth } from './Truth.tsx'
import { Wires } from './Wires.tsx'

interface StageProps {
  layout: 'wide' | 'compact'
  /** The region's name, where there are two. */
  label?: string
  /** Rows of tickets on either wire. */
  rows?: number
}

/** Client, wires and bank at the playhead's moment. On a small screen the phone is the one in one's hand. */
export function Stage({ layout, label = 'Stage', rows = layout === 'wide' ? 3 : 2 }: StageProps) {
  const wide = layout === 'wide'
  return (
    <section aria-label={label} className={styles.stage}>
      <Truth withSparkline={!wide} />
      <div className={styles.world}>
        {wide && <Phone />}
        <Wires rows={rows} />
        {wide && (
          <div className={styles.bank}>
            <Bank />
          </div>
        )}
      </div>
    </section>
  )
}
