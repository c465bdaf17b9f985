import { shortMoney, statusLine } from '../../narrate/words.ts'
import { isReplayed } from '../../sim/index.ts'
import { ASKED, BRANCHES } from './branches.ts'
import type { Path } from './path.ts'

/** “Attempt 2”, “Payment 2, attempt 1”, “The copy of attempt 1”. */
export function nameOf({ payment, attempt, isCopy }: Path): string {
  const which = `${isCopy ? 'the copy of ' : ''}attempt ${attempt}`
  return capital(payment > 1 ? `payment ${payment}, ${which}` : which)
}

/** What its disc in the chart says. */
export function discOf({ payment, attempt, isCopy }: Path): string {
  return `${payment > 1 ? `${payment}·` : ''}${attempt}${isCopy ? '′' : ''}`
}

/** The way of a request in words: “has a key, yes; well formed, yes; seen before, no: new.” */
export function wayInWords(path: Path): string {
  const asked = path.asked.map(({ question, yes }) => `${ASKED[question].told}, ${yes ? 'yes' : 'no'}`)
  return `${capital([...asked, ...stand(path)].join('; '))}.`
}

function stand({ stands, asked, leaf }: Path): string[] {
  switch (stands) {
    case 'on its way':
      return ['on its way to the bank']
    case 'lost':
      return ['lost on the way: the bank decides nothing']
    case 'waits':
      return ['waits until a worker is free']
    case 'decides':
      return [leaf ? lowerFirst(BRANCHES[leaf].does.slice(0, -1)) : 'now the bank looks the key up']
    case 'answered':
      return leaf ? [lowerFirst(BRANCHES[leaf].does.slice(0, -1))] : []
    case 'died':
      return [
        asked.length > 0 && leaf !== 'no-key'
          ? 'then its worker died, and the transaction was rolled back'
          : 'then its worker died',
      ]
    case 'turned away':
      return ['turned away before anything of it was looked at']
    case 'elsewhere':
      return ['the bank runs another strategy, which this chart does not show']
  }
}

/** The answer as it was sent, and what became of it; empty before there is one. */
export function answerInWords({ response, answer }: Path): string {
  if (!response) return ''
  const headers = [
    ...(isReplayed(response) ? ['Idempotent-Replayed: true'] : []),
    ...(response.headers['Retry-After'] ? [`Retry-After: ${response.headers['Retry-After']}`] : []),
  ]
  return [statusLine(response.status), ...headers, ...(answer === 'lost' ? ['lost on the way'] : [])].join(
    ', ',
  )
}

/** What it did to the ledger. */
export function chargeInWords({ charge }: Path, amount: number): string {
  if (charge === 0) return ''
  return charge === 1 ? `charged ${shortMoney(amount)}` : `charged ${shortMoney(amount)} again`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
