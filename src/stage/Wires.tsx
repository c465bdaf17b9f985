import { useCallback, useMemo, useRef, useState } from 'react'
import type { Packet, Trace } from '../sim/index.ts'
import { useSimulatorState } from '../store/react.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLocked } from '../ui/Locked.tsx'
import { useReducedMotion } from '../ui/motion/useReducedMotion.ts'
import { halfwayPx, lostPlaces, queuedPx } from './disc-places.ts'
import { PacketTicket } from './PacketTicket.tsx'
import { rowsOf } from './rows.ts'
import styles from './Wires.module.css'

/** The two directions of the network, and every message in sight at its place. */
export function Wires({ rows: room }: { rows: number }) {
  const trace = useSimulatorState(state => state.trace)
  const packets = useSimulatorState(state => state.frame.packets)
  const empty = useSimulatorState(state => state.session.inputs.length === 0)
  const waiting = useSimulatorState(state => state.frame.state.inbox.length)
  const rows = useMemo(() => rowsOf(trace), [trace])
  const wires = useRef<HTMLDivElement>(null)
  const side = (kind: 'request' | 'response') => packets.filter(({ flight }) => flight.kind === kind)
  // A packet that leaves takes its focus with it; the wires take it over, so that the next Tab goes on from here.
  const keepFocus = useCallback(() => wires.current?.focus({ preventScroll: true }), [])
  const lane = (kind: 'request' | 'response', of: readonly Packet[]) => (
    <Lane
      kind={kind}
      packets={of}
      flights={trace.flights}
      rows={rows}
      room={room}
      empty={empty}
      waiting={waiting}
      onFocusLost={keepFocus}
    />
  )
  return (
    <div ref={wires} className={styles.wires} tabIndex={-1}>
      {lane('request', side('request'))}
      {lane('response', side('response'))}
    </div>
  )
}

const EMPTY = { request: 'Your requests fly here.', response: 'Answers come back here.' } as const
const LOSE_ONE = 'Press one in flight to lose it.'

interface LaneProps {
  kind: 'request' | 'response'
  packets: readonly Packet[]
  flights: Trace['flights']
  rows: ReadonlyMap<string, number>
  /** Rows there are for tickets; what does not fit becomes a numbered disc below them. */
  room: number
  /** Nothing has been sent yet: say what will be seen here. */
  empty: boolean
  /** So many requests have arrived and no worker is free. */
  waiting: number
  onFocusLost: () => void
}

/** Tells how long a wire is, in pixels. Container units would do the same, at the cost of a layout with every frame. */
function measuring(tell: (widthPx: number) => void) {
  return (track: HTMLElement | null) => {
    if (!track) return undefined
    const measure = () => tell(track.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(track)
    return () => observer.disconnect()
  }
}

function Lane({ kind, packets, flights, rows, room, empty, waiting, onFocusLost }: LaneProps) {
  const still = useReducedMotion()
  const locked = useLocked()
  const [wirePx, setWirePx] = useState(0)
  const track = useMemo(() => measuring(setWirePx), [])
  const rowOf = ({ flight }: Packet) => rows.get(flight.message) ?? 0
  const lying = useMemo(() => {
    const discs = flights.filter(flight => flight.kind === kind && (rows.get(flight.message) ?? 0) >= room)
    return lostPlaces(discs, wirePx)
  }, [flights, kind, rows, room, wirePx])
  const queue = packets.filter(packet => rowOf(packet) >= room && packet.fate !== 'lost')
  const stopOf = (packet: Packet) => {
    if (rowOf(packet) < room) return null
    if (packet.fate === 'lost') return lying.get(packet.flight.message) ?? null
    const ahead = queue.indexOf(packet)
    return still && packet.fate === 'in-flight'
      ? halfwayPx(ahead, queue.length, wirePx)
      : queuedPx(ahead, wirePx)
  }
  return (
    <div className={styles.lane} data-kind={kind}>
      <div className={styles.labels}>
        <h3 className={styles.label}>
          {kind === 'request' ? (
            <>
              requests <Icon name="arrow-right" size={12} />
            </>
          ) : (
            <>
              <Icon name="arrow-left" size={12} /> answers
            </>
          )}
        </h3>
        {kind === 'request' && waiting > 0 && (
          <p className={styles.label}>
            <Icon name="clock" size={12} /> {waiting} waiting for a worker
          </p>
        )}
      </div>
      <div ref={track} className={styles.track}>
        {Array.from({ length: room }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are their index
          <span key={row} className={styles.wire} style={{ '--row': row } as React.CSSProperties} />
        ))}
        {empty && (
          <p className={styles.empty}>
            {EMPTY[kind]} {kind === 'response' && locked === null && LOSE_ONE}
          </p>
        )}
        {packets.map(packet => {
          return (
            <PacketTicket
              key={packet.flight.message}
              flight={packet.flight}
              fate={packet.fate}
              row={Math.min(rowOf(packet), room)}
              wirePx={wirePx}
              stopPx={stopOf(packet)}
              still={still}
              onFocusLost={onFocusLost}
            />
          )
        })}
      </div>
    </div>
  )
}
