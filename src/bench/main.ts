import { Bench } from 'tinybench'
import { drawsOf, drawWord, frameAt, simulate } from '../sim/index.ts'
import { drawAll, drawsOfRun } from './draws.ts'
import { EXPLORATION_BUDGET_MS, exploreAll } from './explorations.ts'
import { drawAllOf, oddsOf, rolledDraws, SETTINGS_OF_ODDS } from './odds.ts'
import { POLICIES, type Policy, sessionOf } from './sessions.ts'

const SIZES = [1, 5, 50, 500] as const
/** What a warm run of so many inputs may take, at the default key policy. */
const BUDGET = { inputs: 50, keys: 'off', ms: 1 } as const
/** So many looks are one sample: a single one is too short for the clock. */
const LOOKS = 1000

/** A task of the benchmark; each of its samples does the same thing so many times. */
interface Task {
  readonly name: string
  readonly times: number
}

/** One line of the table: what is measured against its bare loop. */
interface Row {
  readonly what: string
  readonly inputs: number
  readonly events: number
  readonly task: Task
  readonly bare: Task
}

const bench = new Bench({ time: 500, warmupTime: 250, throws: true })
/** All that is computed ends up here, so that no engine can leave it out. */
let sink = 0

function taskOf(name: string, times: number, once: (time: number) => number): Task {
  bench.add(name, () => {
    for (let time = 0; time < times; time += 1) sink += once(time)
  })
  return { name, times }
}

/** The median time of doing it once, in nanoseconds. */
function medianNs({ name, times }: Task): number {
  const result = bench.getTask(name)?.result
  if (result?.state !== 'completed') throw new Error(`${name} was not measured.`)
  return (result.latency.p50 * 1e6) / times
}

function simulateRow(inputs: number, keys: Policy): Row {
  const session = sessionOf(inputs, keys)
  const trace = simulate(session)
  const draws = drawsOfRun(trace)
  const what = `\`simulate\`, keys ${keys}`
  return {
    what,
    inputs,
    events: trace.events.length,
    task: taskOf(`${what} ${inputs}`, Math.ceil(50 / inputs), () => simulate(session).endMs),
    bare: taskOf(`${what} ${inputs} bare`, Math.ceil(1000 / inputs), () =>
      drawAll(session.settings.seed, draws),
    ),
  }
}

function frameRow(inputs: number): Row {
  const trace = simulate(sessionOf(inputs, 'off'))
  const what = '`frameAt`'
  const timeOf = (look: number) => drawWord(7, 'jitter', look) % trace.endMs
  return {
    what,
    inputs,
    events: trace.events.length,
    task: taskOf(`${what} ${inputs}`, LOOKS, look => frameAt(trace, timeOf(look)).eventCount),
    bare: taskOf(`${what} ${inputs} bare`, LOOKS, timeOf),
  }
}

/** Payments that are rolled in one sample. */
const PAYMENTS = 500
/** What rolling one payment may take, in bare loops that make the same draws. */
const ODDS_BUDGET = 12

function oddsRow(what: string, settings: (typeof SETTINGS_OF_ODDS)[number]['settings']): Row {
  const odds = oddsOf(settings)
  const draws = rolledDraws(odds, PAYMENTS)
  const drawsOfSeed = (seed: number) => drawAllOf(drawsOf(seed), draws[seed] ?? [])
  return {
    what,
    inputs: 1,
    events: 0,
    task: taskOf(what, PAYMENTS, seed => odds.endOf(seed).payments.length),
    bare: taskOf(`${what} bare`, PAYMENTS, drawsOfSeed),
  }
}

const written = (ns: number) => Math.round(ns).toLocaleString('en')

function lineOf({ what, inputs, events, task, bare }: Row): string {
  const [ns, bareNs] = [medianNs(task), medianNs(bare)]
  const cells = [what, inputs, events, written(ns), written(bareNs), (ns / bareNs).toFixed(1)]
  return `| ${cells.join(' | ')} |`
}

const rows = [
  ...POLICIES.flatMap(keys => SIZES.map(inputs => simulateRow(inputs, keys))),
  ...SIZES.map(frameRow),
]
const oddsRows = SETTINGS_OF_ODDS.map(({ name, settings }) =>
  oddsRow(`one payment rolled, ${name}`, settings),
)
await bench.run()

console.log('| what | inputs | events | median ns | bare loop ns | ratio |\n|---|--:|--:|--:|--:|--:|')
for (const row of [...rows, ...oddsRows]) console.log(lineOf(row))

const judged = rows.find(row => row.what.endsWith(`keys ${BUDGET.keys}`) && row.inputs === BUDGET.inputs)
const ms = judged ? medianNs(judged.task) / 1e6 : Number.POSITIVE_INFINITY
const verdict = `simulate of ${BUDGET.inputs} inputs: ${ms.toFixed(2)} ms of ${BUDGET.ms} ms`
if (ms > BUDGET.ms || !Number.isFinite(sink)) throw new Error(`${verdict}: OVER`)
console.log(`\n${verdict}: ok`)

const ratios = oddsRows.map(({ task, bare }) => medianNs(task) / medianNs(bare))
const most = `a rolled payment: ${Math.max(...ratios).toFixed(1)} of ${ODDS_BUDGET} bare loops`
if (Math.max(...ratios) > ODDS_BUDGET) throw new Error(`${most}: OVER`)
console.log(`${most}: ok`)

const explored = exploreAll()
const explorations = `the default explorations with one crash: ${explored.toFixed(0)} ms of ${EXPLORATION_BUDGET_MS} ms`
if (explored > EXPLORATION_BUDGET_MS) throw new Error(`${explorations}: OVER`)
console.log(`${explorations}: ok`)
