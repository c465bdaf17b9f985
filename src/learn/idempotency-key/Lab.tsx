import { chargesOf, type Trace } from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { usePlace } from '../place.ts'
import { CHARGES, type Experiment } from '../predict/experiment.ts'
import { Predict } from '../predict/Predict.tsx'
import type { Answers } from '../progress/progress.ts'
import { sessionOf } from '../run.ts'
import { Decided } from '../world/Decided.tsx'
import { useLabSession, useWatched } from '../world/use-lab-session.ts'
import { World } from '../world/World.tsx'
import { Branches } from './Branches.tsx'
import { Decision } from './Decision.tsx'
import { KeySwitches } from './KeySwitches.tsx'
import { answerOf, pathOf } from './path.ts'
import { runs } from './runs.ts'
import { usePaths } from './use-paths.ts'

const LOST_ANSWER: Experiment = {
  id: 'idempotency-key.lost-answer',
  title: 'The answer is lost, and you retry with the same key',
  asks: [
    CHARGES,
    {
      id: 'second',
      question: 'What will the bank answer the second time?',
      past: 'What did the bank answer the second time?',
      options: [
        { value: 'charged', label: '201, charged again' },
        { value: 'replayed', label: '201, the first answer again' },
        { value: 'conflict', label: '409 Conflict' },
        { value: 'refused', label: 'A refusal: key used up' },
      ],
    },
  ],
}

/** The lab opens with the right policy, and nothing pressed. */
const OPENING = { settings: runs['lost-answer'].settings, inputs: [] } as const

/** The bank's decision about each request, as the page's own simulator makes it. */
export function Lab() {
  useLabSession(OPENING)
  const { hide } = usePlace()
  const paths = usePaths()
  const simulator = useSimulator()
  const watched = useWatched()
  return (
    <>
      <Predict
        experiment={LOST_ANSWER}
        happened={watched && look(watched)}
        run="Press Pay twice"
        onRun={() => simulator.load(sessionOf(runs['lost-answer']))}
        explanation={watched && <Explanation trace={watched} />}
      />
      {!hide.includes('settings') && <KeySwitches />}
      <World verdict={false} />
      <Decision paths={paths} />
      <Branches paths={paths} />
    </>
  )
}

/** The event that decided it: the retry's look for its key. */
function Explanation({ trace }: { trace: Trace }) {
  const found = trace.events.find(({ kind, attempt }) => kind === 'store.read' && attempt === 2)
  return (
    <>
      {found && <Decided event={found} />}
      <p>
        When attempt 2 tried to insert its key, the key was there already, with the same payload and a saved
        answer. The bank sent that answer once more, marked <code>Idempotent-Replayed: true</code>, and left
        the ledger alone. The first answer is still lost; you no longer need it.
      </p>
    </>
  )
}

/** What a run says of the questions. */
function look(trace: Trace): Answers {
  const { ledger } = trace.steps.at(-1)?.state ?? trace.opening
  const second = pathOf(trace, trace.events.length, 2)
  return { charges: String(chargesOf(ledger, 1)), second: second ? answerOf(second) : 'none' }
}
