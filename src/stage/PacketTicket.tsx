import { memo, useLayoutEffect, useRef } from 'react'
import { type Flight, type PacketFate, packetAt } from '../sim/index.ts'
import { pressing } from '../store/pressing.ts'
import { usePlayhead, useSimulator, useSimulatorState } from '../store/react.tsx'
import { BareButton } from '../ui/BareButton.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './PacketTicket.module.css'
import { isTooLate, packetWords } from './packet-words.ts'
import { type Placing, placePacket } from './place-packet.ts'

/** From one row of tickets to the next. */
const ROW_PX = 40

interface PacketTicketProps {
  flight: Flight
  fate: PacketFate
  row: number
  /** How long the wire is, in pixels. */
  wirePx: number
  /** Of a disc, which has only its number, and the words on focus: how near to the receiver it may come, in pixels. */
  stopPx: number | null
  /** Nothing may move: it stands at its place. */
  still: boolean
  onFocusLost: () => void
}

/** A message as a small ticket at its place on the wire. In flight it is a button that loses it. */
export const PacketTicket = memo(function PacketTicket({
  flight,
  fate,
  row,
  wirePx,
  stopPx,
  still,
  onFocusLost,
}: PacketTicketProps) {
  const simulator = useSimulator()
  const tooLate = useSimulatorState(state => isTooLate(flight, state.frame.atMs))
  const moved = useRef<HTMLDivElement>(null)
  const ticket = useRef<HTMLButtonElement>(null)
  const placed = useRef<Placing>(null)
  const words = packetWords({ flight, fate }, tooLate)
  const place = (timeMs: number) => {
    const now = packetAt(flight, timeMs)
    if (!now || !moved.current || !ticket.current) return
    const placing = placePacket(now, wirePx, still, stopPx)
    // Most packets in sight have ended and stand still: what has not changed is not written, and so restyles nothing.
    if (placing.transform !== placed.current?.transform) moved.current.style.transform = placing.transform
    if (placing.gone !== placed.current?.gone) ticket.current.style.setProperty('--gone', placing.gone)
    placed.current = placing
  }
  usePlayhead(place)
  // A wire of another length, or a queue that closes up, moves also what stands while nothing runs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two alone are the reason
  useLayoutEffect(() => place(simulator.playhead.timeMs), [wirePx, stopPx])
  // Before the button leaves the page: afterwards it has no focus any more.
  useLayoutEffect(() => {
    const button = ticket.current
    return () => {
      if (button === document.activeElement) onFocusLost()
    }
  }, [onFocusLost])
  const flying = fate === 'in-flight'
  const copy = flight.copy > 1 ? 'Copy of attempt' : 'Attempt'
  const which = flight.payment > 1 ? `Payment ${flight.payment}, ${copy.toLowerCase()}` : copy
  return (
    // What moves is a plain box, restyled in a fifth of the time that the ticket with all its looks would take.
    <div ref={moved} className={styles.place} style={{ top: row * ROW_PX }}>
      <BareButton
        ref={ticket}
        className={classes(styles.packet, stopPx !== null && styles.disc)}
        data-testid="packet"
        data-message={flight.message}
        data-kind={flight.kind}
        data-fate={fate}
        data-look={words.look}
        data-copy={flight.copy > 1 || undefined}
        disabled={!flying}
        aria-label={`${which} ${flight.attempt}: ${words.title}, ${words.note}${flying ? '. Lose this message' : ''}`}
        onClick={() => pressing(simulator, () => simulator.dropMessage(flight.message))}
      >
        {/* The spaces keep the visible words apart, so that the name can be seen to contain them. */}
        <span className={styles.number}>{flight.attempt}</span>{' '}
        <span className={styles.words}>
          <span className={styles.title}>{words.title}</span>{' '}
          <span className={styles.note}>
            {words.icon && <Icon name={words.icon} size={12} />}
            {words.note}
          </span>
        </span>
      </BareButton>
    </div>
  )
})
