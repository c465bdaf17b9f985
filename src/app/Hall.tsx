import type { Hideable } from '../embed/page-knobs.ts'
import { PayBar } from '../stage/PayBar.tsx'
import { Stage } from '../stage/Stage.tsx'
import { Verdict } from '../stage/Verdict.tsx'
import styles from './Hall.module.css'
import { Notices } from './Notices.tsx'
import { Panel } from './Panel.tsx'
import { useLayout } from './use-layout.ts'

/** What a hall sees of the main room: the verdict and the stage, as large as they go. */
export function Hall({ hide }: { hide: readonly Hideable[] }) {
  const layout = useLayout(true)
  const withStage = !hide.includes('stage')
  return (
    <div className={styles.hall}>
      <Notices undo={false} />
      <Notices undo />
      {!hide.includes('verdict') && (
        <div className={styles.verdict}>
          <Panel name="Verdict" part="verdict">
            <Verdict />
          </Panel>
        </div>
      )}
      {withStage && (
        <div className={styles.stage}>
          <Panel name="Stage" part="stage">
            <Stage layout={layout} rows={2} />
          </Panel>
        </div>
      )}
      {!(withStage && layout === 'wide') && (
        <Panel name="Pay">
          <PayBar keys={false} />
        </Panel>
      )}
    </div>
  )
}
