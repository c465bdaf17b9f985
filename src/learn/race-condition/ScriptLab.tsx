import { useState } from 'react'
import { duration } from '../../narrate/words.ts'
import { useSimulator } from '../../store/react.tsx'
import { RedisBench } from '../../store/redis-bench.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { argvOf, KEY, LEASE_MS, PRESETS } from './presets.ts'
import { RedisView } from './RedisView.tsx'
import { Runs } from './Runs.tsx'
import { HELD, RECORDED } from './recorded.ts'
import { ScriptEditor } from './ScriptEditor.tsx'
import styles from './ScriptLab.module.css'
import { useScript } from './use-script.ts'

const WORKERS = [1, 2] as const

/** A Lua script to edit and to run, by a real interpreter, against a small Redis. */
export function ScriptLab() {
  const simulator = useSimulator()
  const [bench] = useState(() => new RedisBench())
  const [id, setId] = useState(PRESETS[0]?.id ?? '')
  const [text, setText] = useState(PRESETS[0]?.script ?? '')
  const [last, setLast] = useState<number>(1)
  const script = useScript(bench)
  const preset = PRESETS.find(each => each.id === id)

  function choose(chosen: string) {
    setId(chosen)
    edit(PRESETS.find(each => each.id === chosen)?.script ?? '')
  }
  function edit(next: string) {
    setText(next)
    script.forgive()
  }
  function run(worker: number) {
    setLast(worker)
    void script.run(text, worker)
  }

  return (
    <Sheet label="A script against Redis" className={styles.lab}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Select
            label="Begin with"
            options={PRESETS.map(({ id: value, label }) => ({ value, label }))}
            value={id}
            onChange={choose}
          />
          <ScriptEditor value={text} onChange={edit} problem={script.problem} />
          <p className={styles.given}>
            <code>KEYS[1] = "{KEY}"</code> <code>ARGV[1] = "{argvOf(last)[0]}"</code>{' '}
            <code>ARGV[2] = "{LEASE_MS}"</code>
          </p>
          <p>{preset?.hint}</p>
          <div className={styles.buttons}>
            {WORKERS.map(worker => (
              <Button
                key={worker}
                size="l"
                icon="play"
                disabled={script.busy}
                reason="The script is running."
                onClick={() => run(worker)}
              >
                Run as worker {worker}
              </Button>
            ))}
          </div>
        </div>
        <div className={styles.column}>
          {script.absent !== null ? (
            <Absent reason={script.absent} onAgain={() => run(last)} />
          ) : (
            script.runs[0]?.stopped && <Stopped />
          )}
          <RedisView
            bench={bench}
            onLater={ms => {
              bench.later(ms)
              simulator.announce(`${duration(ms)} later.`)
            }}
            onClear={() => {
              bench.clear()
              script.clear()
              simulator.announce('Redis is empty.')
            }}
          />
          <Runs runs={script.absent === null ? script.runs : recordedRuns(id)} fetching={script.fetching} />
          {script.absent !== null && RECORDED[id]?.held && (
            <p className={styles.given}>
              Recorded after <code>{HELD}</code>
            </p>
          )}
        </div>
      </div>
    </Sheet>
  )
}

/** What the interpreter answered once, the newest first as everywhere. */
function recordedRuns(preset: string) {
  const runs = RECORDED[preset]?.runs ?? []
  return runs.map((run, index) => ({ ...run, id: index, problem: null, recorded: true })).reverse()
}

function Absent({ reason, onAgain }: { reason: string; onAgain: () => void }) {
  return (
    <Notice tone="unsure" short="no Lua here" action={{ label: 'Try again', onAction: onAgain }}>
      The Lua engine could not be had here: {reason} Below is what it answered when it was recorded, to the
      script as it was; what you edit is not run.
    </Notice>
  )
}

function Stopped() {
  return (
    <Notice tone="unsure" short="stopped">
      The script did not end, so it was stopped. This Redis is as it was before. In a real one nobody else
      would have been served meanwhile: a script is atomic because all others wait.
    </Notice>
  )
}
