import { sentenceOf } from '../narrate/sentence.ts'
import { type Bounds, STRATEGY_IDS, type StrategyId } from '../sim/index.ts'
import { FAULTS, type Fault, TABLE } from '../sim/testing/agreed.ts'
import { counterexampleTo } from '../sim/testing/exploring.ts'

const HEADS: Readonly<Record<Fault, string>> = {
  none: 'no fault of the bank',
  crash: 'a crash',
  duplicate: 'a request delivered twice',
  lease: 'a lease runs out',
  record: 'a record expires',
  failure: 'a 500 after the charge, saved',
  refusal: 'a 429',
}

/** What is broken beyond, or otherwise than, a shorter description of the strategies would have it. */
interface Finding {
  readonly title: string
  readonly why: string
  readonly server: StrategyId
  readonly promise: Parameters<typeof counterexampleTo>[0]
  readonly bounds: Partial<Bounds>
}

const FINDINGS: readonly Finding[] = [
  {
    title: 'A crash of check-then-act does not heal',
    why: 'It is often told as a breach of T alone. But if the retry’s answer is lost as well, or none is sent, the payment stays unknown, and the attempt that should heal it is told "paid" for nothing.',
    server: 'check-then-act',
    promise: 'heals',
    bounds: { crash: 1 },
  },
  {
    title: 'A crash of saved-response does not heal',
    why: 'The key says "processing" and the money is taken; the attempt that should heal it finds the key and charges again.',
    server: 'saved-response',
    promise: 'heals',
    bounds: { crash: 1 },
  },
  {
    title: 'A crash of lock-check-outside does not heal',
    why: 'The charge is made, no answer is saved, and when the lock’s lease has run out the next attempt charges again.',
    server: 'lock-check-outside',
    promise: 'heals',
    bounds: { crash: 1 },
  },
  {
    title: 'A record that expires breaks one-transaction',
    why: 'Nothing breaks it while the key is kept. A retry that comes after the key’s time to live is a new request, and is charged again.',
    server: 'one-transaction',
    promise: 'at-most-one-charge',
    bounds: { record: 1 },
  },
  {
    title: 'A saved 500 of one-transaction does not heal',
    why: 'The 500 came after the charge and is saved like any answer: every retry is given it again, and the client never learns that the payment was made. Where a 500 runs again, one-transaction rolls the charge back and heals.',
    server: 'one-transaction',
    promise: 'heals',
    bounds: { failure: 1 },
  },
  {
    title: 'A lease that runs out breaks set-nx',
    why: 'The first worker is only slow: its claim is gone before its charge is made.',
    server: 'set-nx',
    promise: 'at-most-one-charge',
    bounds: { lease: 1 },
  },
  {
    title: 'lock-check-outside charges twice with no fault at all',
    why: 'What it saw before it had the lock was old when it had it.',
    server: 'lock-check-outside',
    promise: 'at-most-one-charge',
    bounds: {},
  },
]

function table(): string {
  const faults = Object.keys(FAULTS) as Fault[]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['strategy', ...faults.map(fault => HEADS[fault])]),
    line(['---', ...faults.map(() => '---')]),
    ...STRATEGY_IDS.map(id => line([`\`${id}\``, ...faults.map(fault => TABLE[id][fault])])),
  ].join('\n')
}

/** The shortest counterexample as the event list tells it, every detail. */
function traceOf({ title, why, server, promise, bounds }: Finding): string {
  const { choices, badLuck, events, healing } = counterexampleTo(promise, server, bounds)
  const told = (all: typeof events) => all.map(event => `- ${sentenceOf(event).text}`)
  const size = `${choices.length} choices, ${badLuck === 1 ? 'one' : badLuck} of them bad luck, told in ${events.length} events:`
  const more =
    healing.length > 0
      ? ['', 'Then leases run out, and one more attempt meets no fault:', '', ...told(healing)]
      : []
  return [`### ${title}`, '', why, '', size, '', ...told(events), ...more].join('\n')
}

/** The table of promises and the counterexamples, as docs/promises.md has them between its markers. */
export function promisesDoc(): string {
  return [
    table(),
    '## Where this says more than a short table',
    'Each has the least bad luck there is, and is the shortest of those; found by the exploration, told by the words of the event list.',
    ...FINDINGS.map(traceOf),
  ].join('\n\n')
}
