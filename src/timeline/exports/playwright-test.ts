import { verdictOf } from '../../narrate/verdict.ts'
import { seconds } from '../../narrate/words.ts'
import {
  balanceOf,
  DEFAULT_SETTINGS,
  formatKnob,
  SETTING_NAMES,
  type Session,
  type State,
  type Trace,
  traceHash,
} from '../../sim/index.ts'
import { comment, literal } from './literal.ts'
import { type Moment, tellingMoments } from './moments.ts'

interface Run {
  readonly session: Session
  readonly trace: Trace
  /** Where the simulator is. */
  readonly address: string
}

/** More would be tedious to read and slow to run; what comes after them is held by the end of the run. */
const MOST_MOMENTS = 40

/**
 * A whole Playwright test that reproduces a run through the public contract: it loads the session, goes from one telling
 * moment to the next, and compares the end with the trace's hash.
 */
export function playwrightTest({ session, trace, address }: Run): string {
  const end = trace.steps.at(-1)?.state ?? trace.opening
  const moments = tellingMoments(trace)
  const { tone, headline } = verdictOf(end, trace.events)
  // Where nothing is in question the verdict only invites to press on.
  const title = `seed ${session.settings.seed}: ${tone === 'invite' ? 'the same run again' : headline}`
  return `${HEAD}
/** Where the simulator is. Another place is given as SIMULATOR_URL. */
const SIMULATOR = process.env.SIMULATOR_URL ?? ${literal(withoutQuery(address))};

/** What was set, what was pressed, and when: everything else follows from it. */
const SESSION = ${literal(plainSession(session))};

test(${literal(title)}, async ({ page }) => {
${OPENING}
${momentsText(moments)}
  ${comment(`To the end, ${seconds(trace.endMs)}.`)}
${ENDING}
  expect(end).toEqual(${literal(endOf(trace, end), '  ')});
});
`
}

const HEAD = `import { expect, test } from "@playwright/test";

/** As much of the simulator's contract as this test uses. Times are in virtual milliseconds, money in minor units. */
interface DoubleCharge {
  ready: Promise<void>;
  load(session: object): void;
  seek(ms: number): void;
  runToEnd(): Promise<{
    balance: number;
    payments: { id: string; charges: number }[];
    violations: { promise: string; payment: string }[];
  }>;
  traceHash(): string;
}

declare global {
  interface Window {
    doubleCharge: DoubleCharge;
  }
}
`

const OPENING = `  const balance = page.getByTestId("balance");
  const belief = page.getByTestId("belief");
  const verdict = page.getByTestId("verdict");
  const seek = (ms: number) => page.evaluate((at) => window.doubleCharge.seek(at), ms);

  // With a manual clock virtual time moves only when it is told to.
  await page.goto(\`\${SIMULATOR}?clock=manual\`);
  await page.evaluate(() => window.doubleCharge.ready);
  await page.evaluate((session) => window.doubleCharge.load(session), SESSION);
`

const ENDING = `  const end = await page.evaluate(async () => {
    const { balance, payments, violations } = await window.doubleCharge.runToEnd();
    return {
      balance,
      charges: payments.map(({ charges }) => charges),
      broken: violations.map(({ promise, payment }) => \`\${promise} \${payment}\`.trim()),
      traceHash: window.doubleCharge.traceHash(),
    };
  });`

/** The address without its query and hash: what is in them is loaded, not opened. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '')
}

/** Settings that differ from their defaults, and the seed. */
function plainSession({ settings, inputs }: Session): object {
  const told = SETTING_NAMES.filter(
    name => name === 'seed' || formatKnob(settings[name]) !== formatKnob(DEFAULT_SETTINGS[name]),
  )
  return { settings: Object.fromEntries(told.map(name => [name, settings[name]])), inputs }
}

function momentsText(moments: readonly Moment[]): string {
  const texts = moments.slice(0, MOST_MOMENTS).map(momentText)
  const left = moments.length - texts.length
  if (left > 0) texts.push(`  ${comment(`${left} more such moments; the end holds them, too.`)}\n`)
  return texts.join('\n')
}

function momentText({ at, told, changed }: Moment): string {
  const { balance, belief, charges } = changed
  const expectations = [
    balance !== undefined && expectation('balance', 'data-minor', balance),
    belief !== undefined && expectation('belief', 'data-belief', belief),
    charges !== undefined && expectation('verdict', 'data-charges', charges),
  ].filter(Boolean)
  return [`  ${comment(`${seconds(at)}: ${told}`)}`, `  await seek(${at});`, ...expectations, ''].join('\n')
}

function expectation(part: string, attribute: string, value: string | number): string {
  return `  await expect(${part}).toHaveAttribute(${literal(attribute)}, ${literal(String(value))});`
}

function endOf(trace: Trace, end: State): object {
  const charges = end.payments.map(
    (_, index) => end.ledger.charges.filter(({ payment }) => payment === index + 1).length,
  )
  const broken = trace.events
    .filter(({ kind }) => kind === 'promise.broken')
    .map(({ data, payment = '' }) => `${data?.promise} ${payment}`.trim())
  return { balance: balanceOf(end), charges, broken, traceHash: traceHash(trace.events) }
}
