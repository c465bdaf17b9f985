import { Disclosure } from '../../ui/Disclosure.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import styles from './Lab.module.css'
import { ProducerLab } from './ProducerLab.tsx'
import { TransactionLab } from './TransactionLab.tsx'
import { WindowLab } from './WindowLab.tsx'

/** Three things that are called exactly once, and where each of them ends. */
export function Boundaries() {
  return (
    <Sheet heading="“Exactly once”, and where it ends" level={3}>
      <div className={styles.parts}>
        <Disclosure label="Kafka: a producer’s retry" level={4}>
          <ProducerLab />
        </Disclosure>
        <Disclosure label="Kafka: a transaction, and a card" level={4}>
          <TransactionLab />
        </Disclosure>
        <Disclosure label="SQS FIFO: five minutes" level={4}>
          <WindowLab />
        </Disclosure>
      </div>
    </Sheet>
  )
}
