import { useState } from 'react'
import {
  chainOf,
  type NoValue,
  type Operation,
  parseExpression,
  type Subject,
  TWO_USERS,
} from '../../sim/index.ts'
import { useSimulator } from '../../store/react.tsx'
import { comparisonInWords, subjectInWords, timesName } from './operation-words.ts'
import { presetOf } from './presets.ts'

/** The choice that stands for an expression of one's own. */
export const OWN = 'own'
/** How often an operation may be applied. */
export const MOST_TIMES = 10

interface Chosen {
  readonly preset: string
  /** The last expression of one's own that could be read. */
  readonly text: string
  /** Whether what is typed now cannot be read. */
  readonly isRefused: boolean
  readonly x: number
  readonly times: number
}

/** The operation of the lab, where it starts, and how often it has been applied. */
export interface OperationState extends Chosen {
  readonly operation: Operation
  readonly chain: readonly (Subject | NoValue)[]
  readonly canApply: boolean
  readonly change: (part: Partial<Omit<Chosen, 'times'>>) => void
  readonly apply: (times: number) => void
  readonly startOver: () => void
}

/** Keeps them. Another operation or start begins anew. */
export function useOperation(): OperationState {
  const simulator = useSimulator()
  const [chosen, setChosen] = useState<Chosen>({
    preset: '5',
    text: 'floor(x / 10) * 10',
    isRefused: false,
    x: 2,
    times: 0,
  })
  const operation: Operation =
    chosen.preset === OWN
      ? { kind: 'assign', expression: parseExpression(chosen.text) }
      : presetOf(chosen.preset).operation
  const start: Subject = operation.kind === 'assign' ? { kind: 'x', x: chosen.x } : TWO_USERS
  const chain = chainOf(operation, start, chosen.times)
  const last = chain.at(-1)
  const isRefused = chosen.preset === OWN && chosen.isRefused
  return {
    ...chosen,
    operation,
    chain,
    canApply: !isRefused && chosen.times < MOST_TIMES && typeof last !== 'string',
    isRefused,
    change: part => setChosen({ ...chosen, ...part, times: 0 }),
    startOver: () => setChosen({ ...chosen, times: 0 }),
    apply: times => {
      const next = chainOf(operation, start, times)
      const reached = next.length - 1
      setChosen({ ...chosen, times: reached })
      const newest = next[reached]
      const told = newest === undefined ? '' : `${timesName(reached)}: ${subjectInWords(newest)}.`
      simulator.announce(`${told} ${comparisonInWords(next)}`)
    },
  }
}
