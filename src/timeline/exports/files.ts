import type { Session, Trace, TraceEvent } from '../../sim/index.ts'
import { diagramSvg } from '../diagram/diagram-svg.ts'
import { eventsCsv } from './events-csv.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { mermaidOf } from './mermaid.ts'
import { playwrightTest } from './playwright-test.ts'
import { traceJsonl } from './trace-jsonl.ts'

/** What files are made of. */
export interface Source {
  readonly session: Session
  readonly trace: Trace
  /** How far has been watched: only the test reaches beyond. */
  readonly untilMs: number
  /** The events up to then. */
  readonly events: readonly TraceEvent[]
  readonly theme: 'light' | 'dark'
  /** Where the simulator is. */
  readonly address: string
}

export interface ExportFile {
  readonly title: string
  /** What is in it, and for whom. */
  readonly about: string
  /** What follows `double-charge-202` in its name. */
  readonly ending: string
  readonly mime: string
  readonly text: (source: Source) => string
  /** A picture is drawn from its text, which is an SVG; as dots it is no text of its own. */
  readonly picture?: 'drawn' | 'dots'
}

const drawing = ({ trace, untilMs, theme }: Source) => diagramSvg(trace, untilMs, theme)

/** All that can be exported. */
export const EXPORT_FILES: readonly ExportFile[] = [
  {
    title: 'Trace as JSON Lines',
    about: 'Every event as getTrace() gives it, one a line. For scripts, jq and notebooks.',
    ending: '.jsonl',
    mime: 'application/jsonl',
    text: ({ events }) => traceJsonl(events),
  },
  {
    title: 'Events as CSV',
    about: 'A row for every event, with its causes and its sentence. For spreadsheets.',
    ending: '-events.csv',
    mime: 'text/csv',
    text: ({ events }) => eventsCsv(events),
  },
  {
    title: 'Ledger as CSV',
    about: 'A row for every charge: debit, credit and balance in minor units. To reconcile by hand.',
    ending: '-ledger.csv',
    mime: 'text/csv',
    text: ({ trace, untilMs }) => ledgerCsv(trace, untilMs),
  },
  {
    title: 'Diagram as SVG',
    about: 'Who sent what, and when it arrived, as a drawing. For slides and print, sharp at any size.',
    ending: '.svg',
    mime: 'image/svg+xml',
    text: drawing,
    picture: 'drawn',
  },
  {
    title: 'Diagram as PNG',
    about: 'The same drawing in dots, two for each on screen. For where an SVG is not taken.',
    ending: '.png',
    mime: 'image/png',
    text: drawing,
    picture: 'dots',
  },
  {
    title: 'Diagram as Mermaid',
    about: 'A sequence diagram as text. For Markdown: issues, pull requests, design documents.',
    ending: '.mmd',
    mime: 'text/vnd.mermaid',
    text: ({ events }) => mermaidOf(events),
  },
  {
    title: 'Playwright test',
    about:
      'Loads this run and checks its telling moments. It holds the whole run, also what you have not watched yet.',
    ending: '.spec.ts',
    mime: 'text/plain',
    text: playwrightTest,
  },
]

/** `double-charge-202.jsonl` */
export function fileName({ ending }: ExportFile, seed: number): string {
  return `double-charge-${seed}${ending}`
}
