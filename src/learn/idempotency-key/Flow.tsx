import { useRef } from 'react'
import { classes } from '../../ui/classes.ts'
import { ASKED, BRANCHES } from './branches.ts'
import { Discs } from './Discs.tsx'
import styles from './Flow.module.css'
import { type Lit, litBy } from './lit.ts'
import { type Leaf, type Path, QUESTIONS, type Question } from './path.ts'

/** Where “no” leads. */
const NO: Readonly<Record<Question, readonly Leaf[]>> = {
  key: ['no-key'],
  form: ['malformed'],
  seen: ['new', 'expired'],
  payload: ['mismatch'],
  done: ['in-flight'],
}

/** The bank's decision as a chart: what is asked leads down, what is answered with no leads out to the right. The list of words beside it says the same. */
export function Flow({ paths }: { paths: readonly Path[] }) {
  const chart = useRef<HTMLDivElement>(null)
  const lit = litBy(paths)
  return (
    <div ref={chart} className={styles.flow} aria-hidden="true">
      <div className={styles.entry} data-slot="entry">
        POST /v1/payments
      </div>
      {QUESTIONS.map((question, index) => (
        <Row key={question} question={question} lit={lit} from={before(lit, index)} />
      ))}
      <div className={styles.down} data-lit={lit.ways.done.yes || undefined}>
        yes
      </div>
      <LeafBox leaf="replay" lit={lit} />
      <Discs chart={chart} paths={paths} />
    </div>
  )
}

/** Whether the way down to a question is taken. */
function before({ ways, questions }: Lit, index: number): boolean {
  const question = QUESTIONS[index - 1]
  return question ? ways[question].yes : questions.has('key')
}

function Row({ question, lit, from }: { question: Question; lit: Lit; from: boolean }) {
  return (
    <>
      <div className={styles.down} data-lit={from || undefined}>
        {question === 'key' ? '' : 'yes'}
      </div>
      <div className={styles.row}>
        <div
          className={styles.ask}
          data-from={from || undefined}
          data-to={lit.ways[question].yes || undefined}
        >
          <div
            className={styles.question}
            data-slot={question}
            data-lit={lit.questions.has(question) || undefined}
          >
            {ASKED[question].question}
          </div>
        </div>
        <div className={styles.out} data-lit={lit.ways[question].no || undefined}>
          no
        </div>
        <div className={styles.leaves}>
          {NO[question].map(leaf => (
            <LeafBox key={leaf} leaf={leaf} lit={lit} />
          ))}
        </div>
      </div>
    </>
  )
}

function LeafBox({ leaf, lit }: { leaf: Leaf; lit: Lit }) {
  const { name, does, answer, tone } = BRANCHES[leaf]
  return (
    <div
      className={classes(styles.leaf, styles[tone])}
      data-slot={leaf}
      data-lit={lit.leaves.has(leaf) || undefined}
    >
      <span className={styles.name}>
        {name} <code>{answer}</code>
      </span>
      <span className={styles.does}>{does}</span>
    </div>
  )
}
