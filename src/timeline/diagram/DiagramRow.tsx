import { type KeyboardEvent, memo } from 'react'
import { seconds } from '../../narrate/words.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './Rows.module.css'
import type { Row } from './rows.ts'

export interface DiagramRowProps {
  row: Row
  index: number
  count: number
  /** It lies beyond the playhead. */
  ahead: boolean
  /** The last thing that has happened at the playhead. */
  isNewest: boolean
  /** Whether the Tab key comes to it. */
  isStop: boolean
  isChosen: boolean
  isInChain: boolean
  on: RowActions
}

export interface RowActions {
  choose(id: number): void
  look(id: number | null): void
  visit(ms: number): void
  press(event: KeyboardEvent, index: number): void
}

/** An event as a sentence beside the lanes. The whole row is a button: what it is about is shown in full. */
export const DiagramRow = memo(function DiagramRow(props: DiagramRowProps) {
  const { row, index, count, ahead, isNewest, isStop, isChosen, isInChain, on } = props
  const { event, sentence } = row
  const time = seconds(event.at)
  return (
    <li
      className={styles.row}
      style={{ transform: `translateY(${row.top}px)` }}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-current={isNewest ? 'step' : undefined}
    >
      <button
        type="button"
        className={classes(styles.button, ahead && styles.ahead)}
        aria-label={`${time} ${sentence.text}${ahead ? ' (later)' : ''}`}
        tabIndex={isStop ? 0 : -1}
        data-event={event.id}
        data-tone={sentence.tone}
        data-chosen={isChosen || undefined}
        data-chain={isInChain || undefined}
        onClick={click => {
          on.choose(event.id)
          if ((click.target as Element).closest('[data-time]')) on.visit(event.at)
        }}
        onFocus={() => on.choose(event.id)}
        onPointerEnter={() => on.look(event.id)}
        onPointerLeave={() => on.look(null)}
        onKeyDown={key => {
          if (key.key !== 'Enter') return on.press(key, index)
          key.preventDefault()
          on.visit(event.at)
        }}
      >
        <span className={styles.words}>
          <span className={styles.time} data-time>
            {time}
          </span>{' '}
          <span className={styles.sentence}>
            {sentence.tone === 'lost' && (
              <Icon name={event.kind.endsWith('.lost') ? 'cross' : 'warning'} size={12} />
            )}
            {sentence.text}
          </span>
        </span>
      </button>
    </li>
  )
})
