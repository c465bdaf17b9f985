import { useEffect, useState } from 'react'
import { Builder } from '../builder/Builder.tsx'
import { choicesBeside } from '../builder/choices-store.ts'
import { buildAt, placeOf } from '../builder/place.ts'
import type { Scenes } from '../builder/scenes.ts'
import type { SettingGroup } from '../builder/setting-field.ts'
import { GROUPS } from '../controls/groups.ts'
import { KnobField } from '../controls/KnobField.tsx'
import { withoutEffect } from '../controls/setting-words.ts'
import { writeRun } from '../embed/run-link.ts'
import { SCENARIOS } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import { CHAPTERS } from '../learn/chapters.ts'
import { SETTING_HELP } from '../narrate/setting-help.ts'
import { SCENARIO, type SettingName, type Settings } from '../sim/index.ts'
import { useSimulator } from '../store/react.tsx'
import type { Simulator } from '../store/simulator.ts'
import { checksumOf } from './checksum.ts'
import styles from './EmbedBuilder.module.css'
import { Notices } from './Notices.tsx'
import { rememberChoices, rememberedChoices } from './remembered-choices.ts'

/** The page where a frame for a course page is made. */
export function EmbedBuilder() {
  const simulator = useSimulator()
  const [place] = useState(() => placeOf(window))
  // The run as it stood when one came here: it may go on meanwhile.
  const [run] = useState(() => runOf(simulator))
  const [store] = useState(() => choicesBeside(simulator, { build: buildAt(place), ...rememberedChoices() }))
  useEffect(() => store.subscribe(rememberChoices), [store])
  return (
    <div className={styles.main}>
      <Notices undo={false} />
      <Builder
        store={store}
        scenes={{ scenarios: ALL, labs: LABS, run }}
        place={place}
        groups={ALL_GROUPS}
        Field={Field}
      />
    </div>
  )
}

const ALL = SCENARIOS.map(scenario => {
  const { id, title } = scenario
  return { id, title, settings: sessionOf(scenario).settings }
})

const LABS = CHAPTERS.map(({ id, number, title }) => ({ id, title: `${number} · ${title}` }))

/** In the main room these have a place of their own. */
const FIRST: Readonly<Record<string, readonly SettingName[]>> = {
  Client: ['retry'],
  Network: ['responseLoss'],
}

const ALL_GROUPS: readonly SettingGroup[] = GROUPS.map(({ heading, names }) => ({
  heading,
  names: [...(FIRST[heading] ?? []), ...names],
}))

function runOf({ state, playhead }: Simulator): Scenes['run'] {
  const { session, trace } = state
  if (session.inputs.length === 0) return null
  const atMs = Math.floor(playhead.timeMs)
  const outcome = checksumOf(trace)
  const textAt = (ms: number) => writeRun({ session, atMs: ms, outcome })
  return { settings: session.settings, atMs, text: { start: textAt(0), now: textAt(atMs) } }
}

interface FieldProps {
  name: SettingName
  settings: Settings
  onSet: (value: unknown) => void
}

/** A setting's control, with what it does, or why it does nothing beside the others. */
function Field({ name, settings, onSet }: FieldProps) {
  const idle = withoutEffect(name, settings)
  const hint = idle ? `${idle} ${SETTING_HELP[name]}` : SETTING_HELP[name]
  return <KnobField name={name} knob={SCENARIO[name]} value={settings[name]} onSet={onSet} hint={hint} />
}
