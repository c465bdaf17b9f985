import { useState } from 'react'
import { type Arrival, deliverPuts, type Lateness } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Switch } from '../../ui/Switch.tsx'
import styles from './LateDuplicate.module.css'

const LATENESS: readonly { readonly value: Lateness; readonly label: string }[] = [
  { value: 'at-once', label: 'Before PUT Alice' },
  { value: 'late', label: 'After PUT Alice' },
]
const NAMES = { first: 'PUT Bob', second: 'PUT Alice', duplicate: 'The copy of PUT Bob' } as const

/** You put Bob, then Alice; the network has copied the first request, and delivers the copy when you say. */
export function LateDuplicate() {
  const simulator = useSimulator()
  const [lateness, setLateness] = useState<Lateness>('late')
  const [ifMatch, setIfMatch] = useState(false)
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([])

  function deliver() {
    const delivered = deliverPuts(lateness, ifMatch)
    setArrivals(delivered)
    simulator.announce(verdictOf(delivered))
  }

  return (
    <Sheet heading="A copy that comes late" level={3}>
      <div className={styles.part}>
        <p className={styles.lead}>
          You put Bob, and then Alice. The network has made a copy of the first request. PUT is idempotent:
          can the copy do harm?
        </p>
        <Segments label="The copy arrives" options={LATENESS} value={lateness} onChange={setLateness} />
        <Switch
          label="If-Match"
          checked={ifMatch}
          onChange={setIfMatch}
          hint="Each PUT names the version that you saw last, by its ETag."
        />
        <Button icon="arrow-right" className={styles.deliver} onClick={deliver}>
          Deliver all three
        </Button>
        {arrivals.length === 0 ? (
          <p className={styles.empty}>Here you will see each request arrive, and the name after it.</p>
        ) : (
          <Arrivals arrivals={arrivals} />
        )}
      </div>
    </Sheet>
  )
}

function Arrivals({ arrivals }: { arrivals: readonly Arrival[] }) {
  return (
    <>
      <ol className={styles.arrivals} aria-label="What arrived">
        {arrivals.map(({ what, request, reply, name }) => (
          <li key={what} className={styles.arrival} data-copy={what === 'duplicate'}>
            <span className={styles.what}>
              {NAMES[what]}
              {request.headers['If-Match'] && <code> If-Match: {request.headers['If-Match']}</code>}
            </span>
            <span>
              <b>{reply.status}</b> {reply.headers.ETag && <code>ETag: {reply.headers.ETag}</code>}
            </span>
            <span className={styles.name}>
              name: <b>{name}</b>
            </span>
          </li>
        ))}
      </ol>
      <Notice tone={lastOf(arrivals) === 'Alice' ? 'safe' : 'lost'} short="What is left">
        {verdictOf(arrivals)}
      </Notice>
    </>
  )
}

const lastOf = (arrivals: readonly Arrival[]) => arrivals.at(-1)?.name ?? ''

function verdictOf(arrivals: readonly Arrival[]): string {
  const copy = arrivals.find(({ what }) => what === 'duplicate')
  if (lastOf(arrivals) !== 'Alice')
    return 'The name is Bob, and Alice was the last you asked for: the late copy has undone her. Each PUT is idempotent; f(g(f(x))) is not g(f(x)).'
  if (copy?.reply.status === 412)
    return 'The name is Alice. The copy named a version that was gone: 412, and nothing was overwritten. A 412 on a retry may also mean that the first try did the work: look before you conclude.'
  return 'The name is Alice. The copy came before anything else had changed, so it changed nothing: f(f(x)) = f(x).'
}
