import { useRef, useState } from 'react'
import { Segments } from '../ui/Segments.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './Preview.module.css'
import { useFrameHeight } from './use-frame-height.ts'
import { useSettled } from './use-settled.ts'

interface PreviewProps {
  /** What the frame shows; '' where this page has no address that could stand in it. */
  address: string
  title: string
  heightPx: number
  /** Whether it becomes as high as what is in it. */
  grows: boolean
}

const WIDTHS = ['280', '400', '640', '960', 'full'] as const
type Width = (typeof WIDTHS)[number]

const SETTLE_MS = 400

/** The frame itself, true to size. */
export function Preview({ address, title, heightPx, grows }: PreviewProps) {
  const [width, setWidth] = useState<Width>('full')
  const frame = useRef<HTMLIFrameElement>(null)
  const told = useFrameHeight(frame)
  const shown = useSettled(address, SETTLE_MS)
  const height = (grows ? told : null) ?? heightPx
  return (
    <Sheet heading="Preview" level={3} note={`${height} px high`} flush className={styles.sheet}>
      <Segments
        label="Width"
        className={styles.widths}
        options={WIDTHS.map(value => ({ value, label: value === 'full' ? 'Full' : value }))}
        value={width}
        onChange={setWidth}
      />
      {shown === '' ? (
        <p className={styles.none}>There is no preview here: this page has no address of its own.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard, too
        <section className={styles.desk} aria-label="The frame, true to size" tabIndex={0}>
          <iframe
            // Another frame for another address: to go on in the same one would write into the history.
            key={shown}
            ref={frame}
            className={styles.frame}
            title={`Preview: ${title}`}
            src={shown}
            allow="clipboard-write; fullscreen"
            style={{ width: width === 'full' ? '100%' : `${width}px`, height }}
          />
        </section>
      )}
    </Sheet>
  )
}
