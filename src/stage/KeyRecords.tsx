import { useMemo } from 'react'
import { shortKey, statusLine } from '../narrate/words.ts'
import type { Frame, Trace } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { currentPayment } from '../store/selectors.ts'
import { Chip } from '../ui/Chip.tsx'
import styles from './Bank.module.css'
import { type Remembered, type SeenKey, seenKeys } from './remembered.ts'

/** The keys the bank has seen, and what it remembers of each: the newest so many, the others counted. Of instances with a memory of their own, the newest of each. */
export function KeyRecords({ most, perInstance }: { most: number; perInstance: boolean }) {
  const frame = useSimulatorState(state => state.frame)
  const trace = useSimulatorState(state => state.trace)
  const { state, stepCount } = frame
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of steps stands for the frame
  const all = useMemo(() => seenKeys(frame, trace), [trace, stepCount])
  const memories: readonly (number | null)[] = perInstance
    ? state.workers.map((_, instance) => instance)
    : [null]
  const seen = all.filter(({ instance }) => memories.includes(instance))
  const shown = memories.map(memory =>
    seen.filter(({ instance }) => instance === memory).slice(perInstance ? -1 : -most),
  )
  const earlier = seen.length - shown.flat().length
  return (
    <table className={styles.table}>
      <caption>
        {perInstance ? 'What each instance remembers' : 'Keys the bank has seen'}
        {earlier > 0 && `, ${earlier} more before these`}
      </caption>
      <tbody>
        {memories.map((memory, index) => (
          <Memory
            key={memory}
            name={memory === null ? null : `instance ${memory + 1}`}
            keys={shown[index] ?? []}
            trace={trace}
            empty={memory === null ? emptyText(frame) : 'nothing'}
          />
        ))}
      </tbody>
    </table>
  )
}

interface MemoryProps {
  name: string | null
  keys: readonly SeenKey[]
  trace: Trace
  empty: string
}

function Memory({ name, keys, trace, empty }: MemoryProps) {
  const heading = name && <th scope="row">{name}</th>
  if (keys.length === 0) {
    return (
      <tr>
        {heading}
        <td className={styles.none} colSpan={2}>
          {empty}
        </td>
      </tr>
    )
  }
  return keys.map(({ key, records }) => (
    <tr key={key}>
      {heading}
      <td className={styles.key}>{shortKey(uuidOf(trace, key))}</td>
      <td>
        {records.map(each => (
          <RecordChip
            key={each.record.owner ?? 'record'}
            {...each}
            crowded={name !== null || records.length > 1}
          />
        ))}
      </td>
    </tr>
  ))
}

/** What is remembered of a key. What is gone is struck through, and says how it went. */
function RecordChip({ record, gone, crowded }: Remembered & { crowded: boolean }) {
  const { status, answer } = record
  const saved = answer && (crowded || gone ? answer.status : statusLine(answer.status))
  const words = saved ? `saved ${saved}` : status
  if (gone) {
    return (
      <Chip>
        <s>{words}</s> {gone}
      </Chip>
    )
  }
  if (status === 'locked') {
    return (
      <Chip tone="way" icon="lock">
        {words}
      </Chip>
    )
  }
  // A saved error is no proof that all went well.
  const done = status === 'completed' && (answer?.status ?? 0) < 500
  return <Chip tone={done ? 'safe' : answer ? 'unsure' : 'way'}>{words}</Chip>
}

/** A key is only known by its name in the world; the message that carried it has it printed. */
function uuidOf(trace: Trace, name: string): string {
  return trace.flights.find(flight => flight.key === name)?.uuid ?? name
}

function emptyText(frame: Frame): string {
  const keys = currentPayment(frame)?.keys ?? frame.state.settings.keys
  if (keys === 'off') return 'none: these requests carry no key'
  if (keys === 'empty' || keys === 'too-long') return 'none: such keys are turned away'
  return 'none yet'
}
