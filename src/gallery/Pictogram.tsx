import { ICON_SHAPES } from '../ui/iconShapes.ts'
import styles from './Pictogram.module.css'
import type { Picture, Thing } from './pictures.ts'

/** Drawn on 16×16, like the icons. */
const SHAPES: Readonly<Record<Thing, string>> = {
  '1': 'm6.4 6.2 1.9-1.4v6.4',
  '2': 'M6 6.4c.2-2.2 4-2.2 4 0 0 1.6-3.6 2.6-4 4.8h4.2',
  key: ICON_SHAPES.key.line,
  'other-key': ICON_SHAPES.key.line,
  coin: 'M8 1.6a6.4 6.4 0 1 1 0 12.8A6.4 6.4 0 0 1 8 1.6zM9.7 6.2c-.5-1.6-3.4-1.4-3.4.2 0 1.9 3.6 1 3.6 2.9 0 1.7-3.2 1.8-3.7.1M8 4v8',
  'small-coin': 'M8 3.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8zM8 6.4v3.2',
  lost: ICON_SHAPES.cross.line,
  unknown: ICON_SHAPES.question.line,
  clock: ICON_SHAPES.clock.line,
  bolt: 'M9 2 4.5 8.8h3L6.8 14l4.7-7h-3z',
  asleep: 'M3 7.5h4l-4 5h4M9 3h4L9 8h4',
  lock: ICON_SHAPES.lock.line,
  barrier: 'M5 2v12M8.5 2v12',
  card: 'M3 4h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM2 7h12',
  eye: 'M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8zM8 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z',
}

const WIRE = { from: 41, to: 118, out: 20, back: 41 } as const

/** A situation in signs: the phone, the two wires, the bank. It is for the eye alone; the words beside it speak. */
export function Pictogram({ picture }: { picture: Picture }) {
  const { out = [], back = [], phone, bank } = picture
  return (
    <svg className={styles.picture} viewBox="0 0 160 60" aria-hidden="true" focusable="false">
      <g className={styles.wires}>
        <path d={`M${WIRE.from} ${WIRE.out}H${WIRE.to}m-4 -3.5 4 3.5-4 3.5`} />
        <path d={`M${WIRE.to} ${WIRE.back}H${WIRE.from}m4 -3.5-4 3.5 4 3.5`} />
      </g>
      <g className={styles.places}>
        <path d="M12 8h18a4 4 0 0 1 4 4v36a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4zM18 47h6" />
        <path d={bankOf(picture)} />
      </g>
      <Row things={out} y={WIRE.out} />
      <Row things={back} y={WIRE.back} />
      {phone && <Sign thing={phone} x={21} y={27} />}
      {bank && <Sign thing={bank} x={139} y={35} />}
    </svg>
  )
}

/** A house with a gable; columns stand in it where nothing else is to be seen. Two smaller ones are two instances. */
function bankOf({ bank, instances }: Picture): string {
  if (instances) return 'M126 26V14l13-8 13 8v12zM126 14h26M126 54V42l13-8 13 8v12zM126 42h26'
  const gable = 'M125 21l14-13 14 13z'
  return bank ? `${gable}M127 21v31h24V21` : `${gable}M124 52h30M128 21v31M136 21v31M142 21v31M150 21v31`
}

function Row({ things, y }: { things: readonly Thing[]; y: number }) {
  const step = (WIRE.to - WIRE.from) / (things.length + 1)
  return things.map((thing, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may lie on a wire twice, and nothing ever moves
    <Sign key={index} thing={thing} x={WIRE.from + step * (index + 1)} y={y} />
  ))
}

/** A sign on a ground of its own, so that the wire does not run through it. */
function Sign({ thing, x, y }: { thing: Thing; x: number; y: number }) {
  return (
    <g className={styles.sign} data-thing={thing} transform={`translate(${x - 8} ${y - 8})`}>
      <circle cx="8" cy="8" r="8.5" />
      <path d={SHAPES[thing]} />
    </g>
  )
}
