import { invite } from '../narrate/invitation.ts'
import type { Verdict as Judgement } from '../narrate/verdict.ts'
import { useSimulatorState } from '../store/react.tsx'
import { later } from '../ui/later.tsx'
import { VerdictSheet } from './VerdictSheet.tsx'

const JudgedVerdict = later(
  () => import('./JudgedVerdict.tsx').then(module => module.JudgedVerdict),
  <Invitation />,
)

/** The sentence on top. The first view invites by itself; all that can be judged is fetched while it is drawn. */
export function Verdict({ onExplain }: { onExplain?: (() => void) | undefined }) {
  return <JudgedVerdict onExplain={onExplain} />
}

const NOTHING_YET = {
  rerun: null,
  moment: null,
  charges: 0,
  payments: 0,
  doubleCharged: false,
} as const satisfies Partial<Judgement>

/** A run that came with the address waits for its verdict with an empty line. */
const WAITING = { tone: 'plain', headline: '\u00a0', reason: '' } as const

function Invitation() {
  const state = useSimulatorState(({ frame }) => frame.state)
  const words = state.payments.length === 0 ? invite(state, false) : WAITING
  return <VerdictSheet verdict={{ ...NOTHING_YET, ...words }} />
}
