import { doc } from './roles-table.ts'
import { expect, test } from './test.ts'
import { runWritten, typeErrors } from './written-test.ts'

const blocks = (language: string) =>
  [...doc.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text)

/** The complete tests of docs/scripting.md, as files. */
const written = Object.fromEntries(
  blocks('ts')
    .filter(text => text.includes("\ntest('"))
    .map((text, index) => [`recipe-${index + 1}.spec.ts`, text]),
)
const [first = ''] = Object.keys(written)
const passed = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, 'passed']))

test('the first script of docs/scripting.md passes in a folder outside the project', async ({
  baseURL: _,
}, testInfo) => {
  // In another process, with a page of its own.
  test.setTimeout(120_000)
  expect(await runWritten({ [first]: written[first] ?? '' }, testInfo)).toEqual(passed([first]))
})

test('so do all scripts of docs/scripting.md, and they are well typed @full', async ({
  baseURL: _,
}, testInfo) => {
  test.setTimeout(180_000)
  const [tsconfig = ''] = blocks('json')
  expect(Object.keys(written)).toHaveLength(8)
  expect(await typeErrors({ ...written, 'tsconfig.json': tsconfig })).toBe('')
  const broken = (written[first] ?? '').replace("call('runToEnd')", "call('runToTheEnd')")
  expect(await typeErrors({ 'broken.spec.ts': broken, 'tsconfig.json': tsconfig })).toContain('runToTheEnd')
  expect(await runWritten(written, testInfo)).toEqual(passed(Object.keys(written)))
})
