import { Disclosure } from '../../ui/Disclosure.tsx'
import { arrowSample } from './arrow-shapes.ts'
import type { ArrowLook } from './arrows.ts'
import { DrawnShape } from './DrawnShape.tsx'
import styles from './Legend.module.css'
import { markShapes, spanShapes } from './mark-shapes.ts'
import type { MarkKind } from './marks.ts'
import type { Shape } from './shape.ts'
import type { Span } from './spans.ts'

const ARROWS: readonly (readonly [ArrowLook, string])[] = [
  ['way', 'in flight'],
  ['arrived', 'arrived'],
  ['lost', 'lost'],
  ['replayed', 'a replayed answer'],
  ['late', 'came too late'],
  ['again', 'charged again'],
  ['broke', 'the bank broke'],
]

const MARKS: readonly (readonly [MarkKind, string])[] = [
  ['press', 'you press'],
  ['retry', 'your phone retries'],
  ['timeout', 'timed out'],
  ['paid', 'you know: paid'],
  ['unknown', 'you do not know'],
  ['failed', 'you know: not paid'],
  ['closed', 'a new payment'],
  ['settings', 'a setting changed'],
  ['read', 'key store read'],
  ['written', 'key store written'],
  ['expired', 'a record expired'],
  ['charged', 'ledger: charged'],
  ['charged-again', 'charged once more'],
  ['declined', 'card declined'],
  ['crashed', 'worker dies'],
  ['restarted', 'worker is back'],
  ['paused', 'worker falls asleep'],
  ['resumed', 'worker wakes'],
  ['broke', 'something breaks'],
]

const SPANS: readonly (readonly [Span['kind'], string])[] = [
  ['work', 'worker at work'],
  ['wait', 'waits for a worker'],
  ['down', 'worker is down'],
]

/** What the shapes mean, in words. */
export function Legend() {
  return (
    <Disclosure label="What the shapes mean" className={styles.legend}>
      <ul className={styles.items}>
        {ARROWS.map(([look, words]) => (
          <Item key={words} width={36} shapes={arrowSample(look, 34)} words={words} />
        ))}
        {SPANS.map(([kind, words]) => (
          <Item
            key={words}
            width={24}
            shapes={spanShapes({ kind, x: 12, from: 2, to: 22, taker: null, id: 0 }, 22)}
            words={words}
          />
        ))}
        {MARKS.map(([kind, words]) => (
          <Item
            key={words}
            width={kind === 'charged-again' ? 30 : 24}
            shapes={markShapes({ kind, x: kind === 'charged-again' ? 15 : 12, y: 12 })}
            words={words}
          />
        ))}
      </ul>
    </Disclosure>
  )
}

function Item({ width, shapes, words }: { width: number; shapes: readonly Shape[]; words: string }) {
  return (
    <li className={styles.item}>
      <svg
        className={styles.sample}
        width={width}
        height={24}
        viewBox={`0 0 ${width} 24`}
        aria-hidden="true"
        focusable="false"
      >
        {shapes.map((shape, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample's pieces never change
          <DrawnShape key={index} shape={shape} />
        ))}
      </svg>
      {words}
    </li>
  )
}
