import { useState } from 'react'
import { type SampleId, type Start, sampleOf, TIMES, type Trial, tryTimes } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { effectInWords, nameOf, statusesInWords, timesInWords } from './words.ts'

/** What is to be sent, how often, and from where. */
export interface Draft {
  readonly sample: SampleId
  readonly start: Start
  readonly times: number
}

/** The request one is about to send, and the runs there are to see. */
export interface Sender {
  readonly draft: Draft
  readonly trials: readonly Trial[]
  readonly change: (draft: Partial<Draft>) => void
  /** Sends these, or what the draft says; the last of them is in the draft then. */
  readonly send: (...drafts: readonly Draft[]) => Trial[]
}

const FIRST: Draft = { sample: 'put', start: 'user', times: TIMES.max }

/** Keeps what is to be sent and what was. */
export function useSender(): Sender {
  const simulator = useSimulator()
  const [draft, setDraft] = useState(FIRST)
  const [trials, setTrials] = useState<readonly Trial[]>([])
  return {
    draft,
    trials,
    change: part => setDraft({ ...draft, ...part }),
    send: (...drafts) => {
      const sent = drafts.length > 0 ? drafts : [draft]
      const made = sent.map(({ sample, start, times }) => tryTimes(sample, start, times))
      const { sample, start, times } = sent.at(-1) ?? draft
      setDraft({ sample, start, times })
      setTrials(made)
      simulator.announce(made.map(spoken).join(' '))
      return made
    },
  }
}

const spoken = (trial: Trial) =>
  `${nameOf(sampleOf(trial.sample))}, ${timesInWords(trial.times)}: ${statusesInWords(trial.replies)}. ${effectInWords(trial)}`
