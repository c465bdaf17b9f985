import { Bank } from './Bank.tsx'
import { Phone } from './Phone.tsx'
import styles from './Stage.module.css'
import { Truth } from './Truth.tsx'
import { Wires } from './Wires.tsx'

/** Client, wires and bank at the playhead's moment. On a small screen the phone is the one in one's hand. */
export function Stage({ layout, label = 'Stage' }: { layout: 'wide' | 'compact'; label?: string }) {
  const wide = layout === 'wide'
  return (
    <section aria-label={label} className={styles.stage}>
      <Truth withSparkline={!wide} />
      <div className={styles.world}>
        {wide && <Phone />}
        <Wires rows={wide ? 3 : 2} />
        {wide && (
          <div className={styles.bank}>
            <Bank />
          </div>
        )}
      </div>
    </section>
  )
}
