import fc from 'fast-check'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import {
  checkSession,
  DEFAULT_SETTINGS,
  type Input,
  type Settings,
  type Trace,
  traceHash,
} from '../../sim/index.ts'
import { session } from '../../sim/testing/arbitraries.ts'
import { itHolds } from '../../sim/testing/property.ts'
import { pays, run } from '../../sim/testing/run.ts'
import { newPayment, set } from '../../testing/inputs.ts'
import { playwrightTest } from './playwright-test.ts'

const ADDRESS = 'https://example.org/course/'

function written(
  settings: Partial<Settings>,
  inputs: readonly Input[],
  trace: Trace = run(settings, inputs),
) {
  const all = { ...DEFAULT_SETTINGS, ...settings }
  return playwrightTest({ session: { settings: all, inputs }, trace, address: ADDRESS })
}

/** The parsed file's statements by kind, and the value written for a constant. */
function parsed(text: string) {
  const { program, errors } = parseSync('run.spec.ts', text)
  const value = (name: string): unknown => {
    const source = new RegExp(`^const ${name} = (.*?);$`, 'ms').exec(text)?.[1] ?? 'undefined'
    return new Function(`return (${source})`)()
  }
  return { errors: errors.map(({ message }) => message), kinds: program.body.map(({ type }) => type), value }
}

/** What every such file is made of, and nothing besides. */
const KINDS = [
  'ImportDeclaration',
  'TSInterfaceDeclaration',
  'TSModuleDeclaration',
  'VariableDeclaration',
  'VariableDeclaration',
  'ExpressionStatement',
]

describe('the run as a Playwright test', () => {
  it('goes through the telling moments of a double charge to its end', () => {
    const trace = run({}, pays(0, 2500))
    const text = written({}, pays(0, 2500))
    expect(text).toContain(`const SIMULATOR = process.env.SIMULATOR_URL ?? "${ADDRESS}";`)
    expect(
      text.slice(text.indexOf('/** What was set')),
    ).toBe(`/** What was set, what was pressed, and when: everything else follows from it. */
const SESSION = {
  settings: { seed: 202 },
  inputs: [
    { at: 0, type: "pay" },
    { at: 2500, type: "pay" },
  ],
};

test("seed 202: Charged twice, meant once", async ({ page }) => {
  const balance = page.getByTestId("balance");
  const belief = page.getByTestId("belief");
  const verdict = page.getByTestId("verdict");
  const seek = (ms: number) => page.evaluate((at) => window.doubleCharge.seek(at), ms);

  // With a manual clock virtual time moves only when it is told to.
  await page.goto(\`\${SIMULATOR}?clock=manual\`);
  await page.evaluate(() => window.doubleCharge.ready);
  await page.evaluate((session) => window.doubleCharge.load(session), SESSION);

  // 0.0 s: You press Pay.
  await seek(0);
  await expect(belief).toHaveAttribute("data-belief", "waiting");

  // 0.9 s: The bank charges $100.
  await seek(987);
  await expect(balance).toHaveAttribute("data-minor", "90000");
  await expect(verdict).toHaveAttribute("data-charges", "1");

  // 3.4 s: The bank charges $100 a second time.
  await seek(3435);
  await expect(balance).toHaveAttribute("data-minor", "80000");
  await expect(verdict).toHaveAttribute("data-charges", "2");

  // 4.1 s: The answer to attempt 2 arrives: 201 Created.
  await seek(4146);
  await expect(belief).toHaveAttribute("data-belief", "paid");

  // To the end, 4.1 s.
  const end = await page.evaluate(async () => {
    const { balance, payments, violations } = await window.doubleCharge.runToEnd();
    return {
      balance,
      charges: payments.map(({ charges }) => charges),
      broken: violations.map(({ promise, payment }) => \`\${promise} \${payment}\`.trim()),
      traceHash: window.doubleCharge.traceHash(),
    };
  });
  expect(end).toEqual({
    balance: 80000,
    charges: [2],
    broken: ["at-most-one-charge p1"],
    traceHash: "${traceHash(trace.events)}",
  });
});
`)
  })

  it('tells a belief that ends with its payment, or is given up', () => {
    const text = written({ responseLoss: 1 }, [...pays(0), newPayment(3000)])
    expect(text).toContain('"data-belief", "unknown"')
    expect(text).not.toContain('"data-belief", "none"')
    const over = written({ responseLoss: 0 }, [...pays(0), newPayment(3000)])
    expect(over).toContain('"data-belief", "none"')
    expect(over).toContain('test("seed 202: the same run again", ')
  })

  it('stops after forty moments, and says how many it leaves to the end', () => {
    const inputs = Array.from({ length: 30 }, (_, index) => [
      ...pays(index * 3000),
      newPayment(index * 3000 + 2900),
    ]).flat()
    const text = written({ responseLoss: 0 }, inputs)
    expect(text.match(/await seek\(/g)).toHaveLength(40)
    expect(text).toMatch(/\/\/ \d+ more such moments; the end holds them, too\.\n/)
  })

  it('leaves the address’s query out', () => {
    const given = { session: { settings: DEFAULT_SETTINGS, inputs: pays(0) }, trace: run({}, pays(0)) }
    const text = playwrightTest({ ...given, address: 'http://localhost:4173/x/?seed=7&run={}#/learn' })
    expect(text).toContain('?? "http://localhost:4173/x/";')
  })

  it('lets nothing hostile out of its strings and comments', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the attack is one in the file that is written
    const attack = '*/"; }); process.exit(1); //\n`${process.exit(1)}`\u2028process.exit(1)\u202e</script>'
    const message = attack as never
    const inputs = [
      ...pays(0),
      { at: 5, type: 'dropMessage', message },
      set(6, { [attack]: attack }),
    ] as Input[]
    const trace = run({}, pays(0))
    const spoiled = trace.steps.map(step => ({
      ...step,
      events: step.events.map(event => ({
        ...event,
        kind: attack,
        payment: attack,
        data: { promise: attack },
      })),
    }))
    const hostile = {
      ...trace,
      steps: spoiled,
      events: spoiled.flatMap(({ events }) => events),
    } as never as Trace
    const text = playwrightTest({
      session: { settings: { ...DEFAULT_SETTINGS, server: attack as never }, inputs },
      trace: hostile,
      address: `https://example.org/"${attack.replace('//', '')}`,
    })
    const { errors, kinds, value } = parsed(text)
    expect(errors).toEqual([])
    expect(kinds).toEqual(KINDS)
    expect(value('SESSION')).toEqual({ settings: { seed: 202, server: attack }, inputs })
    // Gone are comments and strings; nothing of the attack is left.
    const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\/\/.*$/gm, '')
    expect(bare).not.toContain('exit')
    expect(text).not.toMatch(/[\u2028\u2029\u202e]/)
  })

  itHolds(
    'is TypeScript that holds the session, whatever the session',
    { seed: 26, runs: 60 },
    fc.property(session, ({ settings, inputs }) => {
      const { errors, kinds, value } = parsed(written(settings, inputs))
      expect(errors).toEqual([])
      expect(kinds).toEqual(KINDS)
      expect(checkSession(value('SESSION'))).toEqual(checkSession({ settings, inputs }))
    }),
  )
})
