import { type ComponentType, lazy, Suspense, useId } from 'react'
import { useStore } from 'zustand'
import { CLOSER, type CloserPanel } from '../embed/page-knobs.ts'
import { BareButton } from '../ui/BareButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './Closer.module.css'
import { CLOSER_ID } from './closer-id.ts'
import type { Permalink } from './keep-address.ts'
import { Panel } from './Panel.tsx'
import type { PageStore } from './page-store.ts'

interface CloserProps {
  pageStore: PageStore
  permalink: Permalink
}

interface Look {
  readonly name: string
  readonly hint: string
  /** Fetched when it is opened. */
  readonly Part: ComponentType<CloserProps>
}

const SpaceTimeDiagram = lazy(() =>
  import('../timeline/diagram/SpaceTimeDiagram.tsx').then(module => ({ default: module.SpaceTimeDiagram })),
)
const ExplainPanel = lazy(() =>
  import('./ExplainPanel.tsx').then(module => ({ default: module.ExplainPanel })),
)
const Exports = lazy(() =>
  import('../timeline/exports/Exports.tsx').then(module => ({ default: module.Exports })),
)

const LOOKS: Record<CloserPanel, Look> = {
  diagram: {
    name: 'Space-time diagram',
    hint: 'Every message and its fate along time, and what led to what.',
    Part: SpaceTimeDiagram,
  },
  explain: {
    name: 'Explain',
    hint: 'Why it was charged twice, and what would have prevented it.',
    Part: ExplainPanel,
  },
  exports: {
    name: 'Exports',
    hint: 'The run as files: trace, tables, diagram, test.',
    Part: Exports,
  },
}

/** What looks closer at a run: one panel at a time, fetched when it is opened. */
export function Closer({ pageStore, permalink }: CloserProps) {
  const id = useId()
  const open = useStore(pageStore, page => page.open)
  const look = open === 'none' ? undefined : LOOKS[open]
  return (
    <Sheet heading="Look closer" className={styles.closer}>
      <div className={styles.looks}>
        {CLOSER.map(panel => {
          const isOpen = panel === open
          return (
            <div key={panel} className={styles.look} data-open={isOpen || undefined}>
              <BareButton
                className={styles.name}
                aria-describedby={`${id}${panel}`}
                aria-expanded={isOpen}
                aria-controls={CLOSER_ID}
                onClick={() => pageStore.setState({ open: isOpen ? 'none' : panel })}
              >
                {LOOKS[panel].name}
                <Icon name="chevron" className={styles.mark} />
              </BareButton>
              <p id={`${id}${panel}`} className={styles.hint}>
                {LOOKS[panel].hint}
              </p>
            </div>
          )
        })}
      </div>
      <div id={CLOSER_ID} tabIndex={-1} className={styles.panel} hidden={!look}>
        {look && (
          <Panel key={open} name={look.name}>
            <Suspense fallback={<p className={styles.waits}>Fetching …</p>}>
              <look.Part pageStore={pageStore} permalink={permalink} />
            </Suspense>
          </Panel>
        )}
      </div>
    </Sheet>
  )
}
