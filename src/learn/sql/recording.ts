import type { SqlAnswer, SqlQuestion } from '../../engines/sql.ts'
import type { SqlAsk } from './use-sql.ts'

/** Answers of an engine, each by what had been asked of its database until then. A test holds them equal to the engine's. */
export type Recording = Readonly<Record<string, SqlAnswer>>

/** Nobody asked this when the recording was made. */
export class NotRecorded extends Error {
  override name = 'NotRecorded'
}

/** What was asked of each database since it was last emptied. */
class Histories {
  readonly #asked = new Map<string, string>()

  /** The key of a question in a recording. */
  add(question: SqlQuestion): string {
    const before = question.fresh === undefined ? (this.#asked.get(question.database) ?? '') : ''
    const all = before + JSON.stringify(question)
    this.#asked.set(question.database, all)
    return hash(all)
  }
}

/** Asks an engine, and keeps what it answers. */
export function recorder(ask: SqlAsk): { ask: SqlAsk; recording: Recording } {
  const recording: Record<string, SqlAnswer> = {}
  const histories = new Histories()
  return {
    recording,
    ask: async question => {
      const answer = await ask(question)
      recording[histories.add(question)] = answer
      return answer
    },
  }
}

/** Answers from a recording. @throws NotRecorded */
export function recordedAsk(recording: Recording): SqlAsk {
  const histories = new Histories()
  return async question => {
    const answer = recording[histories.add(question)]
    if (!answer) throw new NotRecorded('Only what the chapter itself asks was recorded.')
    return answer
  }
}

/** 32-bit FNV-1a, twice with different beginnings. */
function hash(text: string): string {
  return [0x811c9dc5, 0x1000193]
    .map(start => {
      let value = start
      for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
      return (value >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}
