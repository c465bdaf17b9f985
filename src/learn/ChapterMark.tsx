import styles from './ChapterMark.module.css'

/** A stroke of a drawing, and the meaning its colour has; without one it is ink. */
interface Stroke {
  readonly d: string
  readonly tone?: 'way' | 'lost' | 'safe' | 'unsure' | 'faint'
}

const DISC = (x: number, y: number, r = 6) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
const CROSS = (x: number, y: number, r = 4) =>
  `m${x - r} ${y - r} ${2 * r} ${2 * r}M${x + r} ${y - r}l${-2 * r} ${2 * r}`
const ROW = (y: number) => `M14 ${y}h44v10h-44z`

/** By the chapter's id, on 72×48. */
const DRAWINGS: Readonly<Record<string, readonly Stroke[]>> = {
  // a request that arrives, and an answer that does not
  networks: [
    { d: `${DISC(10, 24)}M56 12h12v24H56z` },
    { d: 'M20 18h30m-5-4 5 4-5 4', tone: 'way' },
    { d: 'M50 32H40', tone: 'lost' },
    { d: CROSS(32, 32), tone: 'lost' },
  ],
  // once more leads to where one is already
  idempotency: [
    { d: 'M8 24h20m-5-4 5 4-5 4', tone: 'way' },
    { d: DISC(38, 24, 8) },
    { d: 'M46 20c10-12 20-4 16 6-3 7-10 8-15 4m1 6-1-6 6 0', tone: 'safe' },
  ],
  'idempotency-key': [{ d: `${DISC(22, 24, 10)}M32 24h30v9M52 24v6` }, { d: DISC(22, 24, 3), tone: 'way' }],
  simulator: [{ d: DISC(28, 24, 15) }, { d: DISC(44, 24, 15), tone: 'lost' }],
  // the second row finds its place taken
  'unique-constraint': [
    { d: `${ROW(9)}M24 9v10` },
    { d: `${ROW(29)}M24 29v10`, tone: 'faint' },
    { d: CROSS(62, 34), tone: 'lost' },
  ],
  // two that pass the same gate at once
  'race-condition': [
    { d: 'M6 14h28m-5-4 5 4-5 4', tone: 'way' },
    { d: 'M6 34h28m-5-4 5 4-5 4', tone: 'unsure' },
    { d: 'M44 8v32' },
    { d: 'M52 18h12v12H52z' },
  ],
  deletes: [{ d: ROW(9) }, { d: ROW(29), tone: 'faint' }, { d: 'M10 34h52', tone: 'lost' }],
  // each line once and again: the same, the same, more
  methods: [
    { d: 'M8 12h26M8 24h26M8 36h26' },
    { d: 'm44 12 4 4 8-8M44 24l4 4 8-8', tone: 'safe' },
    { d: CROSS(50, 36), tone: 'lost' },
  ],
  summary: [{ d: 'M20 6h32v36H20zM27 15h18M27 23h18' }, { d: 'm28 33 4 4 9-9', tone: 'safe' }],
}

/** A chapter's drawing: decoration beside its title. */
export function ChapterMark({ id }: { id: string }) {
  return (
    <svg className={styles.mark} viewBox="0 0 72 48" width="72" height="48" aria-hidden="true">
      {DRAWINGS[id]?.map(({ d, tone }) => (
        <path key={d} d={d} data-tone={tone} />
      ))}
    </svg>
  )
}
