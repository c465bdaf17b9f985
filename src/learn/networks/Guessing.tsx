import { useMemo, useRef, useState } from 'react'
import { times } from '../../narrate/words.ts'
import { useSimulator } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { chargedIn, clientView, lostIn } from './client-view.ts'
import { CARDS, type Card, deckOf } from './deck.ts'
import styles from './Guessing.module.css'

type Guess = 'charged' | 'not charged'

/** Payments without an answer: from the phone's side one guesses whether one was charged, then the ledger tells. */
export function Guessing() {
  const simulator = useSimulator()
  const [round, setRound] = useState(0)
  const [guesses, setGuesses] = useState<readonly Guess[]>([])
  const deck = useMemo(() => deckOf(round), [round])
  const panel = useRef<HTMLDivElement>(null)
  const card = deck[guesses.length]
  const right = deck.filter((each, index) => guesses[index] === truthOf(each)).length

  function guess(said: Guess) {
    if (!card) return
    setGuesses([...guesses, said])
    const verdict = said === truthOf(card) ? 'Right' : 'Wrong'
    simulator.announce(`Payment ${guesses.length + 1}. ${verdict}: ${ledgerSays(card)}`)
    // The last guess takes its buttons away.
    if (guesses.length + 1 === CARDS) panel.current?.focus({ preventScroll: true })
  }

  return (
    <Sheet label="Was I charged?" className={styles.guessing}>
      <p>
        {CARDS} payments to which no answer came. On this network half of the requests are lost, and half of
        the answers.
      </p>
      <div ref={panel} tabIndex={-1} className={styles.panel}>
        {card ? (
          <>
            <Button onClick={() => guess('charged')}>I was charged</Button>
            <Button onClick={() => guess('not charged')}>I was not charged</Button>
          </>
        ) : (
          <>
            <p className={styles.score}>
              {right} of {CARDS} right. Always “charged” would have been right {countOf(deck, 'charged')}{' '}
              times, always “not charged” {countOf(deck, 'not charged')}. Every card looked the same.
            </p>
            <Button
              onClick={() => {
                setGuesses([])
                setRound(round + 1)
                panel.current?.focus({ preventScroll: true })
              }}
            >
              Another {CARDS}
            </Button>
          </>
        )}
      </div>
      <ol className={styles.deck} aria-label="Payments">
        {deck.map((each, index) => (
          <li key={each.session.settings.seed} className={styles.card} data-open={index === guesses.length}>
            <p className={styles.name}>Payment {index + 1}</p>
            <ul>
              {clientView(each.trace).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {guesses[index] !== undefined && <Told card={each} guess={guesses[index]} />}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

const truthOf = ({ trace }: Card): Guess => (chargedIn(trace) > 0 ? 'charged' : 'not charged')

const countOf = (deck: readonly Card[], guess: Guess) => deck.filter(card => truthOf(card) === guess).length

function ledgerSays({ trace }: Card): string {
  const charged = chargedIn(trace)
  return `the ${lostIn(trace)} was lost, and you were ${charged > 0 ? `charged ${times(charged)}` : 'not charged'}.`
}

function Told({ card, guess }: { card: Card; guess: Guess }) {
  const right = guess === truthOf(card)
  return (
    <p className={styles.told} data-right={right}>
      <Icon name={right ? 'check' : 'cross'} size={12} />
      <span>
        You said “{guess}”. {right ? 'Right' : 'Wrong'}: {ledgerSays(card)}
      </span>
    </p>
  )
}
