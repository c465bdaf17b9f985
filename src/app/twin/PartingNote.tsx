import { useMemo } from 'react'
import { useStore } from 'zustand'
import { sentenceOf } from '../../narrate/sentence.ts'
import { seconds } from '../../narrate/words.ts'
import type { TraceEvent } from '../../sim/index.ts'
import { keepsTimes, type Parting, partingOf } from '../../store/parting.ts'
import type { Twin } from '../../store/twin.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import styles from './TwinRoom.module.css'

/** Where the two runs part, as far as that has been watched. */
export function usePartingSeen({ first, second }: Twin): { parting: Parting | null; inStep: boolean } {
  const a = useStore(first.store, state => state.trace)
  const b = useStore(second.store, state => state.trace)
  const watchedMs = useStore(first.store, state => state.watchedMs)
  const parting = useMemo(() => partingOf(a, b), [a, b])
  const inStep = useMemo(() => keepsTimes(a, b), [a, b])
  return { parting: parting && parting.at <= watchedMs ? parting : null, inStep }
}

interface PartingNoteProps {
  twin: Twin
  parting: Parting | null
  /** Without a parting, whether the same happens at the same times. */
  inStep: boolean
  /** What each side is called. */
  names: readonly [first: string, second: string]
}

/** The first event where the two part, named on both sides. */
export function PartingNote({ twin, parting, inStep, names }: PartingNoteProps) {
  const isEmpty = useStore(twin.first.store, state => state.session.inputs.length === 0)
  const atEnd = useStore(twin.first.store, state => state.frame.atMs >= twin.first.playhead.endMs)
  const watchedMs = useStore(twin.first.store, state => state.watchedMs)
  if (!parting || parting.inBooks)
    return (
      <Sheet label="Where they part" className={styles.parting}>
        <p className={styles.quiet}>
          {names[0] === names[1]
            ? NO_DIFFERENCE
            : isEmpty
              ? NOTHING
              : parting
                ? booksDiffer(parting, names)
                : nothingParts(atEnd, inStep)}
        </p>
      </Sheet>
    )
  return (
    <Sheet label="Where they part" className={styles.parting} data-testid="parting" data-time-ms={parting.at}>
      <h2 className={styles.parts}>They part at {seconds(parting.at)}</h2>
      <dl className={styles.both}>
        <PartingEvent name={names[0]} event={seen(parting.first, watchedMs)} side="first" />
        <PartingEvent name={names[1]} event={seen(parting.second, watchedMs)} side="second" />
      </dl>
      <Button variant="quiet" onClick={() => twin.first.visit(parting.at)}>
        Show the moment
      </Button>
    </Sheet>
  )
}

const NOTHING = 'Press Pay: both sides send the same request, and the same messages are lost.'
const NO_DIFFERENCE = 'Nothing differs: both sides have the same setting. Choose another on either.'
const NOT_YET = 'So far the same happens on both sides.'
const NEVER = 'The same happened on both sides: under this luck the difference makes none.'

function nothingParts(atEnd: boolean, inStep: boolean): string {
  if (!inStep) return `The same happens on both sides${atEnd ? '' : ' so far'}, if not at the same times.`
  return atEnd ? NEVER : NOT_YET
}

/** What only the bank does otherwise: nobody has felt it yet. */
function booksDiffer({ at, first, second }: Parting, names: readonly [string, string]): string {
  const [event, name] = first?.at === at ? [first, names[0]] : [second, names[1]]
  const told = event ? sentenceOf(event).text : ''
  return `So far the same happens to you. Only the bank’s books differ, from ${seconds(at)} on, with ${name}: ${told}`
}

function seen(event: TraceEvent | null, watchedMs: number): TraceEvent | null {
  return event && event.at <= watchedMs ? event : null
}

function PartingEvent({ name, event, side }: { name: string; event: TraceEvent | null; side: string }) {
  const sentence = event && sentenceOf(event)
  return (
    <div className={styles.event} data-tone={sentence?.tone}>
      <dt data-side={side}>
        <span className={styles.dash} aria-hidden="true" />
        {name}
      </dt>
      <dd>
        {event && sentence ? (
          <>
            <span className={styles.at}>{seconds(event.at)}</span> {sentence.text}
          </>
        ) : (
          'Nothing of the kind so far.'
        )}
      </dd>
    </div>
  )
}
