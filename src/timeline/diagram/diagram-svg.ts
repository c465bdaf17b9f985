import { seconds } from '../../narrate/words.ts'
import type { Trace } from '../../sim/index.ts'
import { INKS, type Ink } from './inks.ts'
import { countUntil, type Layout, layoutOf } from './layout.ts'
import { WIDE } from './measures.ts'
import { figuresOf, laneShapes } from './picture.ts'
import type { Row } from './rows.ts'
import { letters, type Shape } from './shape.ts'

const SANS = 'Inter, system-ui, sans-serif'
const MONO = 'JetBrains Mono, ui-monospace, monospace'
const TEXT_PX = 12.5
const MARGIN = 20
const HEAD = 56
const TIMES = 64
/** About as wide as a character of the text on the average; no sentence may be cut off. */
const CHARACTER = 7.2

const TONES: Readonly<Record<Row['sentence']['tone'], Ink>> = {
  plain: 'ink',
  lost: 'lost',
  safe: 'safe',
  unsure: 'unsure',
}

/** The space-time diagram up to a moment as a file of its own: text as text, all colours in it, nothing to be fetched. */
export function diagramSvg(trace: Trace, untilMs: number, theme: 'light' | 'dark'): string {
  const inks = INKS[theme]
  const layout = layoutOf(trace, countUntil(trace, untilMs), { measures: WIDE, detailed: false })
  const { measures, rows } = layout
  const longest = rows.reduce((most, { sentence }) => Math.max(most, sentence.text.length), 24)
  const width = Math.ceil(2 * MARGIN + TIMES + measures.width + longest * CHARACTER)
  const height = Math.ceil(HEAD + Math.max(layout.height, 40) + MARGIN)
  const whole = { from: 0, to: Math.max(layout.height, 40) }
  const drawing = [
    ...laneShapes(measures, whole),
    ...figuresOf(layout, untilMs, whole).flatMap(({ shapes }) => shapes),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" font-family="${SANS}" font-size="${TEXT_PX}">`,
    '<title>Space-time diagram</title>',
    `<desc>${escaped(describe(layout, untilMs))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${inks.sheet}"/>`,
    `<g transform="translate(${MARGIN + TIMES} ${HEAD})">`,
    ...[...headings(layout), ...drawing].map(shape => drawn(shape, inks)),
    ...rows.flatMap(row => sentenceShapes(row, measures.width)).map(shape => drawn(shape, inks)),
    '</g></svg>',
  ].join('')
}

function describe({ rows }: Layout, untilMs: number): string {
  const told = rows.length === 0 ? 'Nothing has happened.' : rows.map(told => told.sentence.text).join(' ')
  return `You, the wires and the bank's two workers; time runs down, to ${seconds(untilMs)}. ${told}`
}

function headings({ measures: { you, door, workers } }: Layout): Shape[] {
  const named = (text: string, x: number) =>
    letters(text, x, -20, { fill: 'ink-2', anchor: 'middle', bold: true })
  return [
    named('You', you),
    letters('the wires', (you + door) / 2, -20, { fill: 'ink-3', anchor: 'middle' }),
    ...workers.map((x, index) => named(`Worker ${index + 1}`, x)),
  ]
}

function sentenceShapes({ event, sentence, y }: Row, lanes: number): Shape[] {
  return [
    letters(seconds(event.at), -12, y + 4.5, { fill: 'ink-3', anchor: 'end', mono: true }),
    letters(sentence.text, lanes + 4, y + 4.5, {
      fill: TONES[sentence.tone],
      bold: sentence.tone === 'lost',
    }),
  ]
}

function drawn(
  { tag, geometry, stroke, fill, text, mono, bold }: Shape,
  inks: Readonly<Record<Ink, string>>,
): string {
  const attributes = {
    ...geometry,
    fill: fill ? inks[fill] : 'none',
    ...(stroke && { stroke: inks[stroke] }),
    ...(mono && { 'font-family': MONO }),
    ...(bold && { 'font-weight': 600 }),
  }
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  return text === undefined
    ? `<${tag}${written.join('')}/>`
    : `<${tag}${written.join('')}>${escaped(text)}</${tag}>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text for XML; characters it cannot hold at all are replaced. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: just these are what XML 1.0 forbids
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
      .replace(/[&<>"]/g, character => ENTITIES[character] ?? character)
  )
}
