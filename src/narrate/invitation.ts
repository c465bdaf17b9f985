import type { State } from '../sim/index.ts'
import type { Judged } from './verdict.ts'
import { lossInWords } from './words.ts'

/** What is said before there is anything to judge. */
export function invite(state: State, again: boolean): Judged {
  const headline = again ? 'Press Pay for a new payment.' : 'Press Pay.'
  const { requestLoss, responseLoss } = state.settings
  return { tone: 'invite', headline, reason: lossInWords(responseLoss, requestLoss) }
}
