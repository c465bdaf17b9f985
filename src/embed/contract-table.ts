import { SETTING_HELP } from '../narrate/setting-help.ts'
import { formatKnob, type Knob, rangeOf, SCENARIO, SETTING_NAMES } from '../sim/index.ts'
import { PAGE_HELP } from './page-help.ts'
import { PAGE_KNOBS, PAGE_NAMES } from './page-knobs.ts'

/** Between these lines of the README stand the tables. */
export const MARKERS = { begin: '<!-- parameters:begin -->', end: '<!-- parameters:end -->' } as const

/**
 * The README's tables of all address parameters, made from the tables that also make address bar, validation and
 * controls. Only the test beside this file imports it: it is no part of the app.
 */
export function contractTables(): string {
  const settings = SETTING_NAMES.map(name => rowOfKnob(name, SCENARIO[name], SETTING_HELP[name]))
  const page = PAGE_NAMES.map(name => rowOfKnob(name, PAGE_KNOBS[name], PAGE_HELP[name]))
  return ['Settings of the world:', tableOf(settings), 'Of the page:', tableOf(page)].join('\n\n')
}

function tableOf(rows: readonly string[]): string {
  return [rowOf(['name', 'values', 'default', 'what it does']), '|---|---|---|---|', ...rows].join('\n')
}

function rowOfKnob(name: string, knob: Knob, help: string): string {
  return rowOf([
    [name, ...(knob.aliases ?? [])].map(code).join(', also '),
    valuesOf(knob),
    formatKnob(knob.default) === '' ? 'none' : code(formatKnob(knob.default)),
    help,
  ])
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function valuesOf(knob: Knob): string {
  switch (knob.kind) {
    case 'choice':
      return optionsOf(knob)
    case 'list':
      return `a comma list of ${optionsOf(knob)}`
    case 'number':
      return knob.min === knob.max ? code(String(knob.min)) : rangeOf(knob)
    case 'span':
      return `${code('min-max')}, whole numbers from ${knob.min} to ${knob.max} ${knob.unit}`
    case 'text':
      return knob.form
  }
}

function optionsOf({ options }: { readonly options: readonly { readonly value: string }[] }): string {
  return options.map(option => code(option.value)).join(', ')
}

function code(text: string): string {
  return `\`${text}\``
}
