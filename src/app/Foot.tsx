import { useState } from 'react'
import { useSimulator, useSimulatorState } from '../store/react.tsx'
import { Button } from '../ui/Button.tsx'
import { copy } from '../ui/copy.ts'
import styles from './Foot.module.css'
import type { Permalink } from './keep-address.ts'
import { opensTabs } from './opens-tabs.ts'

/** Below a scene in a frame: what this is, and the way to the whole page with this very run. */
export function Foot({ permalink }: { permalink: Permalink }) {
  return (
    <footer className={styles.foot}>
      <span className={styles.name}>Double Charge Simulator</span>
      {opensTabs() ? <TabLink permalink={permalink} /> : <CopiedLink permalink={permalink} />}
    </footer>
  )
}

function TabLink({ permalink }: { permalink: Permalink }) {
  // The link is of the session that stands.
  useSimulatorState(state => state.session)
  return (
    <a
      className={styles.link}
      href={permalink('start', 'alone')}
      target="_blank"
      rel="noopener"
      onClick={event => {
        event.currentTarget.href = permalink('now', 'alone')
      }}
    >
      Open on its own page
    </a>
  )
}

/** Where no tab may be opened the address can still be taken along. */
function CopiedLink({ permalink }: { permalink: Permalink }) {
  const simulator = useSimulator()
  const [copied, setCopied] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function onCopy() {
    const link = permalink('now', 'alone')
    const done = await copy(link)
    setCopied(done)
    setRefused(done ? null : link)
    simulator.announce(
      done ? 'Copied the link.' : 'The clipboard is refused here. Copy the link by hand: it is selected.',
    )
  }

  return (
    <>
      <Button variant="quiet" onClick={onCopy}>
        {copied ? 'Copied' : 'Copy the link to its own page'}
      </Button>
      {refused !== null && (
        <label className={styles.refused}>
          The clipboard is refused here. Copy the link by hand:
          <input
            readOnly
            value={refused}
            ref={field => field?.select()}
            onFocus={event => event.currentTarget.select()}
          />
        </label>
      )}
    </>
  )
}
