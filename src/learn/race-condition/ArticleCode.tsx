import { useState } from 'react'
import { operationOf, type State, workOf } from '../../sim/index.ts'
import { Mark } from '../../stage/Mark.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import styles from './ArticleCode.module.css'

/** The mistake as it is mostly written, line by line, and the operation of the handler that each line is. */
const LINES = [
  { text: 'if not redis.exists(key):', operation: 'store.exists' },
  { text: '    redis.set(key, "processing")', operation: 'store.set' },
  { text: '    process_payment()', operation: 'ledger.charge' },
] as const

/** The same mistake in another language: who reads the one reads the other. Folded where there is little room. */
export function ArticleCode({ world }: { world: State }) {
  const hasRoom = useMediaQuery('(min-width: 720px)')
  const [isOpen, setOpen] = useState<boolean | null>(null)
  const works = world.workers.flatMap(worker => workOf(worker) ?? [])
  return (
    <Disclosure
      label="The same in Python, as it is usually written"
      open={isOpen ?? hasRoom}
      onToggle={setOpen}
    >
      <pre className={styles.code}>
        {LINES.map(({ text, operation }) => {
          const here = works.filter(work => operationOf(work).name === operation)
          return (
            <code key={operation} className={styles.line} data-lit={here.length > 0}>
              {text}
              <span className={styles.who}>
                {here.map(({ message: { attempt } }) => (
                  <Mark key={attempt} doing="runs" attempt={attempt} label={`attempt ${attempt} is here`} />
                ))}
              </span>
            </code>
          )
        })}
      </pre>
    </Disclosure>
  )
}
