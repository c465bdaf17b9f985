import { Bench } from 'tinybench'
import { drawWord, frameAt, simulate } from '../sim/index.ts'
import { drawAll, drawsOfRun } from './draws.ts'
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
await bench.run()

console.log('| what | inputs | events | median ns | bare loop ns | ratio |\n|---|--:|--:|--:|--:|--:|')
for (const row of rows) console.log(lineOf(row))

const judged = rows.find(row => row.what.endsWith(`keys ${BUDGET.keys}`) && row.inputs === BUDGET.inputs)
const ms = judged ? medianNs(judged.task) / 1e6 : Number.POSITIVE_INFINITY
const verdict = `simulate of ${BUDGET.inputs} inputs: ${ms.toFixed(2)} ms of ${BUDGET.ms} ms`
if (ms > BUDGET.ms || !Number.isFinite(sink)) throw new Error(`${verdict}: OVER`)
console.log(`\n${verdict}: ok`)
