import { describe, expect, it } from 'vitest'
import { lineAt, statementsOf } from './sql-statements.ts'

const texts = (script: string) => statementsOf(script).map(({ text }) => text)

describe('the statements of a script', () => {
  it('are told apart by semicolons, each with its line', () => {
    expect(statementsOf('SELECT 1;\n\n-- then\nSELECT\n 2 ;  SELECT 3')).toEqual([
      { text: 'SELECT 1', line: 1 },
      { text: 'SELECT\n 2', line: 4 },
      { text: 'SELECT 3', line: 5 },
    ])
  })
  it.each([
    [`SELECT ';', 'it''s;'`],
    [`SELECT 1 AS "a;b"`],
    ['SELECT 1 -- ; not yet\n + 2'],
    ['SELECT 1 /* ; */ + 2'],
    ['DO $$ BEGIN; END $$'],
    ['DO $a$ ; $$ ; $a$'],
    [`SELECT 'never closed; SELECT 2`],
    ['SELECT 1 /* never closed; SELECT 2'],
    ['CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END'],
  ])('stay whole: %s', text => {
    expect(texts(`${text};`)).toEqual([text.endsWith('2') && /never/.test(text) ? `${text};` : text])
  })
  it('are none in what says nothing', () => {
    expect(texts(' ;; -- only words\n /* ; */ ;')).toEqual([])
  })
})

it('a line is counted from 1', () => {
  expect([lineAt('a\nb', 0), lineAt('a\nb', 2)]).toEqual([1, 2])
})
