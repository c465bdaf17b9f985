import { useEffect, useState } from 'react'
import { useSimulator } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { sessionOf } from '../run.ts'
import styles from './Branches.module.css'
import { BRANCHES } from './branches.ts'
import { LEAVES, type Leaf, leavesSeen, type Path } from './path.ts'
import { runs } from './runs.ts'

/** Which of the chart's leaves one has seen answer, how to reach each, and a run that does. */
export function Branches({ paths }: { paths: readonly Path[] }) {
  const simulator = useSimulator()
  const seen = useSeen(paths)
  return (
    <Sheet heading="Branches you have seen" level={3} note={`${seen.length} of ${LEAVES.length}`}>
      <ul className={styles.list}>
        {LEAVES.map(leaf => {
          const { name, hint, run } = BRANCHES[leaf]
          const isSeen = seen.includes(leaf)
          return (
            <li key={leaf} className={styles.branch} data-seen={isSeen}>
              <span className={styles.box}>{isSeen && <Icon name="check" size={12} />}</span>
              <span>
                <span className={styles.name}>{name}</span>
                <VisuallyHidden>{isSeen ? ': seen.' : ': not seen yet.'}</VisuallyHidden>{' '}
                <span className={styles.hint}>{hint}</span>
              </span>
              <Button
                variant="quiet"
                aria-label={`Run it: ${name}`}
                onClick={() => simulator.load(sessionOf(runs[run]))}
              >
                Run it
              </Button>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}

/** What has been seen in any run since the lab was opened. */
function useSeen(paths: readonly Path[]): readonly Leaf[] {
  const [seen, setSeen] = useState<readonly Leaf[]>([])
  useEffect(() => {
    const now = leavesSeen(paths)
    setSeen(before =>
      now.every(leaf => before.includes(leaf))
        ? before
        : LEAVES.filter(leaf => before.includes(leaf) || now.includes(leaf)),
    )
  }, [paths])
  return seen
}
