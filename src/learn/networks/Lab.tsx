import { useEffect, useState } from 'react'
import type { Settings, Trace } from '../../sim/index.ts'
import { useSimulator, useSimulatorState } from '../../store/react.tsx'
import { Heading } from '../../ui/Heading.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Predict } from '../predict/Predict.tsx'
import { sessionOf } from '../run.ts'
import { Decided } from '../world/Decided.tsx'
import { useLabSession, useWatched } from '../world/use-lab-session.ts'
import { World } from '../world/World.tsx'
import { beliefOf, chargedIn } from './client-view.ts'
import { experimentOf, FATES, type FateName } from './fates.ts'
import { Guessing } from './Guessing.tsx'
import styles from './Lab.module.css'
import { Seen } from './Seen.tsx'

const BEGINNING = { settings: { responseLoss: 0 }, inputs: [] }

/** One request and what becomes of it; then the question what one can tell of that from the client's side. */
export function Lab() {
  const simulator = useSimulator()
  useLabSession(BEGINNING)
  // Undo may bring another fate back: the session says which one it is.
  const name = useSimulatorState(({ session }) => fateOf(session.settings)) ?? 'success'
  const [seen, setSeen] = useState<ReadonlySet<FateName>>(new Set())
  const fate = FATES.find(({ value }) => value === name) ?? FATES[0]
  const watched = useWatched()
  // Also what one has pressed oneself leaves its row, if it was that fate.
  const watchedFate = watched && fateOfRun(watched)
  useEffect(() => {
    if (watchedFate) setSeen(before => new Set([...before, watchedFate]))
  }, [watchedFate])
  if (!fate) return null
  return (
    <>
      <Heading level={3} className={styles.part}>
        One request
      </Heading>
      <Segments
        label="What becomes of it?"
        options={FATES.map(({ value, label }) => ({ value, label }))}
        value={name}
        onChange={chosen => {
          const run = FATES.find(({ value }) => value === chosen)?.run
          if (run) simulator.load(sessionOf({ ...run, inputs: [] }))
        }}
      />
      <Predict
        key={name}
        experiment={experimentOf(fate)}
        happened={watched && { charges: String(chargedIn(watched)), belief: beliefOf(watched) }}
        run="Press Pay"
        onRun={() => {
          simulator.load(sessionOf(fate.run))
        }}
        explanation={watched && <Why trace={watched} />}
      />
      <World />
      <Seen tried={seen} />
      <Heading level={3} className={styles.part}>
        Was I charged?
      </Heading>
      <Guessing />
    </>
  )
}

/** The fate that settings bring about; null where it is none of them. */
function fateOf(settings: Settings): FateName | null {
  const shown = FATES.find(({ run }) =>
    Object.entries({ requestLoss: 0, card: 'ok', ...run.settings }).every(
      ([setting, value]) => settings[setting as keyof Settings] === value,
    ),
  )
  return shown?.value ?? null
}

/** The fate that a run of one press shows; null where it shows none of them. */
function fateOfRun({ settings, steps, opening }: Trace): FateName | null {
  const attempts = (steps.at(-1)?.state ?? opening).payments.map(payment => payment.attempts.length)
  return attempts.join() === '1' ? fateOf(settings) : null
}

/** What decided it: the loss, or the answer that arrived. */
function Why({ trace }: { trace: Trace }) {
  const event =
    trace.events.find(({ kind }) => kind === 'request.lost' || kind === 'response.lost') ??
    trace.events.find(({ kind }) => kind === 'response.delivered')
  return event && <Decided event={event} />
}
