import { chargesOf, type StrategyId, type Trace, type TraceEvent } from '../../sim/index.ts'
import { endOf, type Move, type WalkState } from '../../store/walk.ts'
import type { Experiment } from '../predict/experiment.ts'
import type { Answers } from '../progress/progress.ts'

/** One way to guard a payment, what to try with it, and what to predict of that. */
export interface Round {
  readonly strategy: StrategyId
  readonly label: string
  /** What to try, as a sentence that gives nothing away. */
  readonly task: string
  readonly experiment: Experiment
  /** What the learner is to do, said while the prediction waits for it. */
  readonly waits: string
  /** What the walk has shown of what was asked; null as long as it has not come to that. */
  readonly happened: (walk: WalkState) => Answers | null
  /** The events that decided it. */
  readonly decided: (trace: Trace) => readonly TraceEvent[]
  /** Moves that come to it: as few as there can be. */
  readonly shortest: readonly Move[]
}

const step = (worker: number): Move => ({ kind: 'step', worker })
const charged = ({ trace }: WalkState) => chargesOf(endOf(trace).ledger, 1)
const of = (kind: TraceEvent['kind'], { events }: Trace) => events.filter(event => event.kind === kind)

const COUNTS = ['0', '1', '2'].map(value => ({
  value,
  label: ['Never', 'Once', 'Twice'][Number(value)] ?? value,
}))

const LOOK_THEN_MARK: Round = {
  strategy: 'check-then-act',
  label: 'Look first',
  task: 'Find an order in which the payment is charged twice.',
  experiment: {
    id: 'race-condition.look-then-mark',
    title: 'Look, then mark',
    asks: [
      {
        id: 'charges',
        question:
          'Two requests with the same key, and the code looks before it acts. How many times can it be charged?',
        past: 'How many times was it charged, at worst?',
        options: [
          { value: '1', label: 'Once at most' },
          { value: '2', label: 'Twice' },
        ],
      },
      {
        id: 'needs',
        question: 'What would it take to be charged twice? A fault is a crash or a lost message.',
        past: 'What did it take?',
        options: [
          { value: 'order', label: 'Timing' },
          { value: 'fault', label: 'A fault' },
          { value: 'never', label: 'Impossible' },
        ],
      },
    ],
  },
  waits: 'Your turn, below: say who goes on, until it is charged twice. Undo and Start over are free.',
  happened: walk => {
    if (charged(walk) < 2) return null
    return {
      charges: String(charged(walk)),
      needs: walk.moves.every(({ kind }) => kind === 'step') ? 'order' : 'fault',
    }
  },
  decided: trace => of('store.read', trace).filter(({ data }) => data?.found === 'nothing'),
  shortest: [step(0), step(1), step(0), step(0), step(1), step(1)],
}

const ONE_SCRIPT: Round = {
  strategy: 'lua-get-or-claim',
  label: 'One script',
  task: 'Try whatever order you like. Then let worker 1 crash right after its claim, and see what worker 2 gets.',
  experiment: {
    id: 'race-condition.claim-then-crash',
    title: 'One atomic script, and a crash',
    asks: [
      {
        id: 'answer',
        question: 'Worker 1 claims the key and dies before the charge. What does the other request get?',
        past: 'What did the other request get?',
        options: [
          { value: '201', label: '201: paid' },
          { value: '200', label: '200: done' },
          { value: '409', label: '409: busy' },
        ],
      },
      {
        id: 'charges',
        question: 'How many times is the payment charged then?',
        past: 'How many times was the payment charged?',
        options: COUNTS,
      },
    ],
  },
  waits:
    'Your turn, below: let worker 1 go on once, so that it claims the key, and crash. Then let worker 2 go on.',
  happened: walk => {
    const crash = orphaning(walk.trace)
    const answer = crash && of('response.sent', walk.trace).find(({ id }) => id > crash.id)
    return answer ? { answer: String(answer.response?.status), charges: String(charged(walk)) } : null
  },
  decided: trace => {
    const crash = orphaning(trace)
    return crash ? [crash] : []
  },
  shortest: [step(0), { kind: 'crash', worker: 0 }, step(1), step(1)],
}

/** The crash that left a claim behind and no charge. */
function orphaning({ steps }: Trace): TraceEvent | undefined {
  const found = steps.find(
    ({ choice, state }) =>
      choice.kind === 'crash' &&
      chargesOf(state.ledger, 1) === 0 &&
      Object.values(state.store).some(({ status }) => status === 'processing'),
  )
  return found?.events.find(({ kind }) => kind === 'server.crashed')
}

const LEASE: Round = {
  strategy: 'set-nx',
  label: 'A lease',
  task: 'Worker 1 claims the key and is slow. Let the lease run out while it still works, then let both go on.',
  experiment: {
    id: 'race-condition.lease',
    title: 'A lock that runs out',
    asks: [
      {
        id: 'charges',
        question: 'SET NX PX: the lock runs out by itself. How many times can the payment be charged?',
        past: 'How many times was it charged, at worst?',
        options: [
          { value: '1', label: 'Once at most' },
          { value: '2', label: 'Twice' },
        ],
      },
    ],
  },
  waits:
    'Your turn, below: let worker 1 claim the key, let the lease run out, then let worker 2 go on to its end, and worker 1 too.',
  happened: walk => (charged(walk) < 2 ? null : { charges: String(charged(walk)) }),
  decided: trace => of('record.expired', trace),
  shortest: [step(0), { kind: 'expire' }, step(1), step(1), step(0)],
}

/** From the mistake to its cures, and what each of these leaves open. */
export const ROUNDS: readonly Round[] = [LOOK_THEN_MARK, ONE_SCRIPT, LEASE]
